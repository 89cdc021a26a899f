package dev.burnline.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The first few exemplars in an order; which ones does not depend on the order of adding. */
public final class Exemplars implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final List<Exemplar> kept = new ArrayList<>(0);

  /** Which exemplars are kept, and how many. */
  public enum Kind {
    /** The ten slowest. */
    SLOWEST(Exemplar.SLOWEST, 10),
    /** The three earliest. */
    EARLIEST(Exemplar.EARLIEST, 3);

    private final Comparator<Exemplar> order;
    private final int limit;

    Kind(Comparator<Exemplar> order, int limit) {
      this.order = order;
      this.limit = limit;
    }
  }

  /** Creates an empty selection. */
  public Exemplars(Kind kind) {
    this.kind = kind;
  }

  /** Whether a request this slow would be kept; spares making an exemplar of one that is not. */
  boolean hasRoomFor(double durationMs) {
    return kept.size() < kind.limit || durationMs >= kept.get(kept.size() - 1).durationMs();
  }

  /** Whether a request this early would be kept. */
  boolean hasRoomFor(long epochMillis) {
    return kept.size() < kind.limit || epochMillis <= kept.get(kept.size() - 1).epochMillis();
  }

  /** Adds one, if it is among the first. */
  public void add(Exemplar exemplar) {
    int found = Collections.binarySearch(kept, exemplar, kind.order);
    int at = found < 0 ? -found - 1 : found;
    if (at < kind.limit) {
      kept.add(at, exemplar);
      if (kept.size() > kind.limit) {
        kept.remove(kind.limit);
      }
    }
  }

  /** Adds all of the other selection. */
  public void add(Exemplars other) {
    other.kept.forEach(this::add);
  }

  /** Returns what is kept, in order. */
  public List<Exemplar> list() {
    return Collections.unmodifiableList(kept);
  }
}
