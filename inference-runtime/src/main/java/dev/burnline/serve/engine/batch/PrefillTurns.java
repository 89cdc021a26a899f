package dev.burnline.serve.engine.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides the prompt tokens of a round among the prompts that are not read yet. The turn changes
 * with every round: in one the prompt that entered first is read first, in the next the one with
 * the fewest unread tokens. So a short prompt does not wait for a long one to be read to its end,
 * and a long one gets at least every other round whatever comes after it: n tokens of it and of
 * those that entered before it are read within 2 * ceil(n / tokens) rounds.
 */
final class PrefillTurns {

  private static final Comparator<Run> SHORTEST_FIRST = Comparator.comparingInt(Run::unread);

  private final int tokens;
  private boolean shortestFirst;

  PrefillTurns(int tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns what is read in the next round.
   *
   * @param reading the requests whose prompts are not read yet, in the order they entered
   */
  List<Slice> next(List<Run> reading) {
    List<Run> order = new ArrayList<>(reading);
    if (shortestFirst) {
      order.sort(SHORTEST_FIRST);
    }
    if (!reading.isEmpty()) {
      shortestFirst = !shortestFirst;
    }
    List<Slice> slices = new ArrayList<>();
    int left = tokens;
    for (Run run : order) {
      if (left == 0) {
        break;
      }
      int count = Math.min(left, run.unread());
      slices.add(new Slice(run, count));
      left -= count;
    }
    return slices;
  }
}
