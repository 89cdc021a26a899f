package dev.burnline.rollup;

import dev.burnline.scan.Event;
import dev.burnline.scan.LineSink;
import dev.burnline.scan.LogField;
import dev.burnline.scan.LogLine;
import dev.burnline.scan.Unusable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rolls up the lines of one stretch of log. Memory grows with services and minutes, not lines. */
public final class RollupBuilder implements LineSink {

  private static final Set<LogField> FIELDS =
      EnumSet.of(
          LogField.BOOT_ID,
          LogField.SEQ,
          LogField.REQUEST_ID,
          LogField.ERROR_TYPE,
          LogField.FINISH_REASON,
          LogField.DURATION_MS,
          LogField.TTFT_MS,
          LogField.TPOT_MS,
          LogField.QUEUE_MS,
          LogField.THROUGHPUT_TPS,
          LogField.INPUT_TOKENS,
          LogField.OUTPUT_TOKENS,
          LogField.GPU_INDEX,
          LogField.GPU_MEM_USED_MB,
          LogField.GPU_MEM_TOTAL_MB,
          LogField.GPU_UTIL_PCT,
          LogField.FINISHED_TOTAL);

  /** More unmatched finishes than any server runs requests at once. */
  private static final int MANY_UNANNOUNCED = 10_000;

  /** No writer counts that far; a garbled number must not make all that follow repeated lines. */
  private static final double HIGHEST_SEQ = 1e15;

  private final Counting counting;
  private final BootSequences earlier;
  private final BootSequences sequences = new BootSequences();
  private final RequestPairs pairs = new RequestPairs();
  private final Continuity continuity;
  private final LogMinute leading = new LogMinute(0);
  private final Map<Integer, LogMinute> logMinutes = new HashMap<>();
  private final Map<String, Map<Integer, BootMinute>> bootMinutes = new HashMap<>();
  private final Map<String, ServiceRows> services = new HashMap<>();
  private final Map<Integer, Long> linesByQuarter = new TreeMap<>();
  private @Nullable LogMinute lastLogMinute;
  private @Nullable ServiceRows lastService;
  private long requests;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;
  private boolean receiptsLogged;

  /**
   * Creates a builder.
   *
   * @param earlier the {@link BootSequences#ends} of the stretch before this one; empty when it is
   *     the first or has not been read yet
   */
  public RollupBuilder(Counting counting, BootSequences earlier) {
    this.counting = counting;
    this.earlier = earlier;
    this.continuity = new Continuity(sequences, pairs, leading, List.of(), null, null);
  }

  /** Returns the fields that a scan must read for this counting. */
  public static Set<LogField> fields(Counting counting) {
    EnumSet<LogField> fields = EnumSet.copyOf(FIELDS);
    fields.addAll(counting.fields());
    return fields;
  }

  @Override
  public void accept(LogLine line, long bytes) {
    int minute = line.epochMinute();
    LogMinute log = logMinute(minute);
    log.addLine(bytes);
    continuity.usableLineAt(minute);
    firstMillis = Math.min(firstMillis, line.epochMillis());
    lastMillis = Math.max(lastMillis, line.epochMillis());
    if (isRepeated(line, minute)) {
      log.addRepeated(line.event() == Event.REQUEST_FINISHED);
      return;
    }
    switch (line.event()) {
      case REQUEST_FINISHED -> finished(line, minute);
      case REQUEST_RECEIVED -> received(line, minute);
      case GPU_SAMPLE -> gpuSample(line, minute);
      case HEARTBEAT -> heartbeat(line, minute);
      case OTHER -> {}
    }
  }

  @Override
  public void line(byte[] buffer, int start, int length, long offset) {
    continuity.landmarks().line(buffer, start, length, offset);
  }

  @Override
  public void reject(Unusable reason, long offset, long bytes) {
    LogMinute log = lastLogMinute == null ? leading : lastLogMinute;
    log.addUnusable(reason, bytes);
    continuity.sample(offset, reason);
  }

  private boolean isRepeated(LogLine line, int minute) {
    String boot = line.text(LogField.BOOT_ID);
    double seq = line.number(LogField.SEQ);
    if (boot == null || seq != Math.rint(seq) || seq > HIGHEST_SEQ) {
      return false;
    }
    return earlier.reach(boot, (long) seq) || !sequences.accept(boot, (long) seq, minute);
  }

  private void finished(LogLine line, int minute) {
    requests++;
    String boot = line.text(LogField.BOOT_ID);
    if (boot != null) {
      bootMinute(boot, minute).addFinish();
    }
    service(line.service()).addRequest(line, minute);
    String requestId = line.text(LogField.REQUEST_ID);
    if (requestId != null) {
      // Writers of the smallest form, which has neither, do not log what they receive.
      boolean receivedLogged = line.text(LogField.EVENT) != null || boot != null;
      pairs.finished(line.service(), requestId, receivedLogged);
    }
  }

  private void received(LogLine line, int minute) {
    receiptsLogged = true;
    String requestId = line.text(LogField.REQUEST_ID);
    if (requestId != null) {
      pairs.received(line.service(), requestId, minute);
    }
  }

  private void heartbeat(LogLine line, int minute) {
    String boot = line.text(LogField.BOOT_ID);
    double total = line.number(LogField.FINISHED_TOTAL);
    if (boot != null && !Double.isNaN(total)) {
      bootMinute(boot, minute).addHeartbeat((long) total);
    }
  }

  private BootMinute bootMinute(String boot, int minute) {
    return bootMinutes
        .computeIfAbsent(boot, key -> new HashMap<>())
        .computeIfAbsent(minute, key -> new BootMinute(boot, key));
  }

  private void gpuSample(LogLine line, int minute) {
    if (!Double.isNaN(line.number(LogField.GPU_INDEX))) {
      service(line.service()).addGpuSample(line, minute);
    }
  }

  private LogMinute logMinute(int minute) {
    LogMinute last = lastLogMinute;
    if (last == null || last.minute() != minute) {
      last = logMinutes.computeIfAbsent(minute, LogMinute::new);
      lastLogMinute = last;
    }
    return last;
  }

  private ServiceRows service(String name) {
    ServiceRows last = lastService;
    if (last == null || !last.service().equals(name)) {
      last = services.computeIfAbsent(name, key -> new ServiceRows(key, counting));
      lastService = last;
    }
    return last;
  }

  private SortedMap<String, Integer> firstRequests() {
    SortedMap<String, Integer> first = new TreeMap<>();
    services.forEach(
        (service, rows) -> rows.firstRequest().ifPresent(minute -> first.put(service, minute)));
    return first;
  }

  /** Returns what was rolled up. */
  public Rollup build(String segmentId, String source, long start, long end) {
    if (!receiptsLogged && pairs.finished().size() > MANY_UNANNOUNCED) {
      // Not cut in two: this writer does not announce requests.
      pairs.forgetFinished();
    }
    pairs.tellNeighbours();
    logMinutes
        .values()
        .forEach(
            log ->
                linesByQuarter.merge(
                    Math.floorDiv(log.minute(), ServiceQuarter.MINUTES), log.lines(), Long::sum));
    List<Row> rows =
        Stream.of(
                logMinutes.values().stream(),
                bootMinutes.values().stream().flatMap(minutes -> minutes.values().stream()),
                services.values().stream().flatMap(ServiceRows::rows))
            .<Row>flatMap(Function.identity())
            .sorted(Row.ORDER)
            .toList();
    Extent extent =
        new Extent(
            segmentId,
            source,
            start,
            end,
            counting.keys(),
            new ArrayList<>(new TreeMap<>(services).keySet()),
            new TreeMap<>(linesByQuarter),
            requests,
            firstMillis,
            lastMillis,
            firstRequests());
    return new Rollup(extent, continuity, rows);
  }
}
