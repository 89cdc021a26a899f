package dev.burnline.slo.where;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A set of texts: the listed ones, or all but the listed ones. The empty text stands for an absent
 * field.
 *
 * @param excluded whether the listed texts are the ones that are not in the set
 * @param listed ascending, each once
 */
public record Texts(boolean excluded, List<String> listed) {

  /** Every text, and the absent field. */
  public static final Texts ALL = new Texts(true, List.of());

  public Texts {
    listed = List.copyOf(new TreeSet<>(listed));
  }

  static Texts only(Collection<String> texts) {
    return new Texts(false, List.copyOf(texts));
  }

  static Texts allBut(Collection<String> texts) {
    return new Texts(true, List.copyOf(texts));
  }

  boolean isNone() {
    return !excluded && listed.isEmpty();
  }

  boolean isAll() {
    return excluded && listed.isEmpty();
  }

  Texts complement() {
    return new Texts(!excluded, listed);
  }

  Texts and(Texts other) {
    if (excluded && other.excluded) {
      TreeSet<String> either = new TreeSet<>(listed);
      either.addAll(other.listed);
      return allBut(either);
    }
    if (excluded) {
      return other.and(this);
    }
    return only(listed.stream().filter(other::contains).toList());
  }

  Texts or(Texts other) {
    return complement().and(other.complement()).complement();
  }

  boolean contains(String text) {
    return listed.contains(text) != excluded;
  }
}
