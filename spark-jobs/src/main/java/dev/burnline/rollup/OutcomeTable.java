package dev.burnline.rollup;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests by how they ended. A line may carry any text as status, error type and finish reason: of
 * more than {@value #MOST} outcomes with a name that the log contract does not know, those with the
 * smallest hashes are kept. The others are added up, {@value Outcome#OTHER} in the place of such
 * names.
 *
 * <p>What is kept is a function of all that was added, not of the order or grouping of adding: an
 * outcome that is among the first of all was among the first of every part it came in, so that its
 * figures are complete.
 */
public final class OutcomeTable implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many outcomes with names that the log contract does not know are kept. */
  public static final int MOST = 32;

  private final SortedMap<Outcome, OutcomeFigures> figures = new TreeMap<>();
  private final TreeSet<Stranger> strangers = new TreeSet<>();

  /** An outcome with a name that the log contract does not know. */
  private record Stranger(long hash, Outcome outcome)
      implements Comparable<Stranger>, Serializable {

    private static final Comparator<Stranger> ORDER =
        Comparator.comparingLong(Stranger::hash).thenComparing(Stranger::outcome);

    Stranger(Outcome outcome) {
      this(StableHash.of(outcome.status(), outcome.errorType(), outcome.finishReason()), outcome);
    }

    @Override
    public int compareTo(Stranger other) {
      return ORDER.compare(this, other);
    }
  }

  /** Creates a table without requests. */
  public OutcomeTable() {}

  /** Creates a table of these figures, which are taken over. */
  OutcomeTable(Map<Outcome, OutcomeFigures> taken) {
    taken.forEach(this::put);
    addUpRest();
  }

  /** Adds requests, whose figures stay as they are. */
  public void add(Map<Outcome, OutcomeFigures> more) {
    more.forEach((outcome, added) -> of(outcome).add(added));
  }

  /** Returns the figures under which a request that ended so counts. */
  OutcomeFigures of(Outcome outcome) {
    OutcomeFigures kept = figures.get(outcome);
    if (kept != null) {
      return kept;
    }
    put(outcome, new OutcomeFigures());
    addUpRest();
    OutcomeFigures fresh = figures.get(outcome);
    return fresh != null ? fresh : of(outcome.withKnownNames());
  }

  private void put(Outcome outcome, OutcomeFigures of) {
    figures.put(outcome, of);
    if (!outcome.withKnownNames().equals(outcome)) {
      strangers.add(new Stranger(outcome));
    }
  }

  private void addUpRest() {
    while (strangers.size() > MOST) {
      Stranger last = strangers.last();
      strangers.remove(last);
      OutcomeFigures rest = figures.remove(last.outcome);
      if (rest != null) {
        of(last.outcome.withKnownNames()).add(rest);
      }
    }
  }

  /** Returns the figures of every outcome that is kept. */
  public SortedMap<Outcome, OutcomeFigures> figures() {
    return Collections.unmodifiableSortedMap(figures);
  }
}
