package dev.burnline.evaluate;

import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.store.DamagedRollupException;
import dev.burnline.store.RollupReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of one SLO by service, read from rollups one after the other. */
public final class StoredEvents {

  private final Slo slo;
  private final Map<String, EventSeries.Builder> services = new TreeMap<>();
  private final FirstRequests firstRequests = new FirstRequests();
  private long uncountedFiles;

  /** Creates an empty collection. */
  public StoredEvents(Slo slo) {
    this.slo = slo;
  }

  /**
   * Adds all events of a rollup file.
   *
   * @throws DamagedRollupException when it cannot be read to its end; its first events are added
   */
  public void add(RollupReader rollup) throws IOException {
    List<String> keys = rollup.extents().get(0).counted().counters();
    int good = keys.indexOf(slo.good().key());
    int total = keys.indexOf(slo.total().key());
    boolean isTold = firstRequests.add(rollup.extents());
    boolean isCounted = good >= 0 && total >= 0;
    if (!isCounted) {
      uncountedFiles++;
      if (isTold) {
        return;
      }
    }
    Row row;
    while ((row = rollup.next()) != null) {
      if (row instanceof ServiceMinute minute && slo.services().covers(minute.service())) {
        if (!isTold) {
          firstRequests.add(minute);
        }
        if (isCounted) {
          services
              .computeIfAbsent(minute.service(), name -> EventSeries.builder())
              .add(minute.minute(), minute.counter(good), minute.counter(total));
        }
      }
    }
  }

  /** Returns the services of the SLO that were seen, in the order of their names. */
  public List<String> services() {
    return List.copyOf(services.keySet());
  }

  /** Returns the events of a service; none for one that was not seen. */
  public EventSeries of(String service) {
    EventSeries.Builder events = services.getOrDefault(service, EventSeries.builder());
    return firstRequests.told(service, events.build());
  }

  /** Returns how many files were made without this SLO and say nothing of it. */
  public long uncountedFiles() {
    return uncountedFiles;
  }
}
