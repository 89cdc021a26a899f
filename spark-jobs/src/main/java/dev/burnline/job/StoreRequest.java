package dev.burnline.job;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.openslo.SloFile;
import java.time.Duration;
import java.util.List;

/**
 * Which logs belong into which store.
 *
 * @param logs paths or URIs of files, folders and globs
 * @param sloFile says what to count
 * @param store path or URI of the store
 * @param patience how long to wait for another run that uses the store
 */
public record StoreRequest(List<String> logs, SloFile sloFile, String store, Duration patience) {

  public StoreRequest {
    logs = List.copyOf(logs);
    requireNonNull(sloFile, "sloFile is null");
    requireNonNull(store, "store is null");
    requireNonNull(patience, "patience is null");
  }
}
