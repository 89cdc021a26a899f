package dev.burnline.serve.requestlog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the request log is written.
 *
 * @param folder folder of {@code app.log} and its backups; made when it is missing
 * @param service the service's name on every line
 * @param instance host:port or the name of the pod, on every line
 * @param maxFileBytes a file is rotated before it would grow beyond this, at least 1; a single line
 *     that is longer gets a file of its own
 * @param backups how many rotated files are kept, at least 1
 * @param queueLines most lines that wait to be written, at least 1; a line waits in about 2 KB,
 *     beside 4 MB for all prompts together
 * @param reservedLines the part of the queue that only essential lines may use, 0 to {@code
 *     queueLines}
 * @param closeTimeout how long closing waits for the rest of the queue to be written
 */
public record RequestLogSettings(
    Path folder,
    String service,
    String instance,
    long maxFileBytes,
    int backups,
    int queueLines,
    int reservedLines,
    Duration closeTimeout) {

  public RequestLogSettings {
    requireNonNull(folder, "folder is null");
    notEmpty(service, "service");
    notEmpty(instance, "instance");
    requireNonNull(closeTimeout, "closeTimeout is null");
    atLeastOne(maxFileBytes, "maxFileBytes");
    atLeastOne(backups, "backups");
    atLeastOne(queueLines, "queueLines");
    if (reservedLines < 0 || reservedLines > queueLines) {
      throw new IllegalArgumentException(
          "reservedLines must be in 0.." + queueLines + ", got " + reservedLines);
    }
    if (closeTimeout.isNegative()) {
      throw new IllegalArgumentException("closeTimeout must not be negative, got " + closeTimeout);
    }
  }

  /** Returns the contract's defaults: 100 MiB a file, 5 backups; a queue of 16 384 lines. */
  public static RequestLogSettings of(Path folder, String service, String instance) {
    return new RequestLogSettings(
        folder, service, instance, 100L << 20, 5, 16_384, 4_096, Duration.ofSeconds(5));
  }

  /** Returns these settings with another rotation. */
  public RequestLogSettings withRotation(long newMaxFileBytes, int newBackups) {
    return new RequestLogSettings(
        folder,
        service,
        instance,
        newMaxFileBytes,
        newBackups,
        queueLines,
        reservedLines,
        closeTimeout);
  }

  /** Returns these settings with another queue. */
  public RequestLogSettings withQueue(int newQueueLines, int newReservedLines) {
    return new RequestLogSettings(
        folder,
        service,
        instance,
        maxFileBytes,
        backups,
        newQueueLines,
        newReservedLines,
        closeTimeout);
  }

  /** Returns these settings with another patience on closing. */
  public RequestLogSettings withCloseTimeout(Duration newCloseTimeout) {
    return new RequestLogSettings(
        folder,
        service,
        instance,
        maxFileBytes,
        backups,
        queueLines,
        reservedLines,
        newCloseTimeout);
  }

  private static void notEmpty(String value, String name) {
    if (requireNonNull(value, name + " is null").isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  private static void atLeastOne(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
  }
}
