package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What an SLO's error budget was spent on. Each list tells the same bad events apart by another
 * property, so its entries add up to {@code bad} and its shares to 1; all are empty without bad
 * events. Where the budgeting method counts slices of time, the shares of incidents are those of
 * the slices that they spent, and causes share in the slices as in the bad events.
 *
 * @param bad bad events of the SLO window; events also where the budgeting method counts slices of
 *     time
 * @param incidents episodes of alerts by their start, then what is in none of them
 * @param errorTypes most first
 * @param models most first
 * @param promptSizes by class of input length, shortest first
 */
public record Ledger(
    long bad,
    List<Entry> incidents,
    List<Entry> errorTypes,
    List<Entry> models,
    List<Entry> promptSizes)
    implements Serializable {

  /** The label of what belongs to no other entry. */
  public static final String REST = "uncategorised";

  /** An incident that spent more than this share of the window's budget has to be looked into. */
  public static final double POST_MORTEM_SHARE = 0.2;

  public Ledger {
    incidents = List.copyOf(incidents);
    errorTypes = List.copyOf(errorTypes);
    models = List.copyOf(models);
    promptSizes = List.copyOf(promptSizes);
  }

  /** Returns the incidents each of which spent so much that a post-mortem is required. */
  public List<Entry> postMortems() {
    return incidents.stream()
        .filter(each -> !each.label().equals(REST) && each.budgetShare() > POST_MORTEM_SHARE)
        .toList();
  }

  /**
   * One entry.
   *
   * @param label what it was spent on; of an incident its severity, start and end, as {@code page
   *     2026-11-23T08:12:00Z/2026-11-23T09:00:00Z}, with {@code ..} for the end while it holds
   * @param bad bad events
   * @param share of all bad events, 0 to 1
   * @param budgetShare of the SLO window's budget, of a calendar window the one that is projected
   *     to its end; above 1 when more than all of it
   * @param requestIds up to five of them, the earliest
   */
  public record Entry(
      String label, long bad, double share, double budgetShare, List<String> requestIds)
      implements Serializable {

    public Entry {
      requireNonNull(label, "label is null");
      requestIds = List.copyOf(requestIds);
    }
  }
}
