package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogLine;
import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The bad events of one measure by their causes. Of more than {@value #MOST} causes those with the
 * smallest hashes are kept, with complete figures; the others are in {@link #total} only.
 */
public final class BadEvents implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many causes are kept. */
  public static final int MOST = 64;

  private long total;
  private final SmallestKept<Cause, Figures> causes;
  private transient @Nullable Figures lastFigures;
  private transient @Nullable Cause lastCause;

  /** Creates the bad events of nothing, with as many causes as a rollup keeps. */
  public BadEvents() {
    this(MOST);
  }

  /** Creates the bad events of nothing; they may be added up from rollups. */
  public BadEvents(int mostCauses) {
    this.causes = new SmallestKept<>(mostCauses);
  }

  /**
   * Creates bad events from their figures, which are taken over.
   *
   * @param total of all causes
   * @param causes those that are kept
   * @param isCut whether there were other causes
   */
  public BadEvents(long total, Map<Cause, Figures> causes, boolean isCut) {
    this();
    this.total = total;
    causes.forEach((cause, figures) -> this.causes.merge(cause, figures, Figures::plus));
    if (isCut) {
      this.causes.cut();
    }
  }

  /** The bad events of one cause. */
  public static final class Figures implements Serializable {

    private static final long serialVersionUID = 1L;

    private long count;
    private final Exemplars examples;

    /** Creates figures from their parts, which are taken over. */
    public Figures(long count, Exemplars examples) {
      this.count = count;
      this.examples = requireNonNull(examples, "examples is null");
    }

    private Figures plus(Figures other) {
      count += other.count;
      examples.add(other.examples);
      return this;
    }

    private Figures copy() {
      Exemplars same = new Exemplars(Exemplars.Kind.EARLIEST);
      same.add(examples);
      return new Figures(count, same);
    }

    private void add(LogLine line) {
      count++;
      if (examples.hasRoomFor(line.epochMillis())) {
        examples.add(Exemplar.of(line));
      }
    }

    /** Returns how many there are. */
    public long count() {
      return count;
    }

    /** Returns the earliest of them. */
    public Exemplars examples() {
      return examples;
    }
  }

  void add(LogLine line) {
    total++;
    Cause cause = Cause.of(line);
    Figures figures = lastFigures;
    if (figures == null || !cause.equals(lastCause)) {
      figures = causes.get(cause);
      if (figures == null) {
        figures = new Figures(0, new Exemplars(Exemplars.Kind.EARLIEST));
        Cause dropped = causes.merge(cause, figures, Figures::plus);
        if (cause.equals(dropped)) {
          return;
        }
      }
      lastCause = cause;
      lastFigures = figures;
    }
    figures.add(line);
  }

  /** Adds the other bad events of the same measure, which stay as they are. */
  public void add(BadEvents other) {
    total += other.total;
    lastFigures = null;
    causes.addAll(other.causes, Figures::copy, Figures::plus);
  }

  /** Returns all bad events. */
  public long total() {
    return total;
  }

  /** Returns the figures of the causes that are kept, in the order of their hashes. */
  public SortedMap<Cause, Figures> causes() {
    return causes.kept();
  }

  /** Returns whether there were other causes than those that are kept. */
  public boolean isCut() {
    return causes.isCut();
  }
}
