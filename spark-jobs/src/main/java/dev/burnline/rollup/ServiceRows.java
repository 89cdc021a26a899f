package dev.burnline.rollup;

import dev.burnline.scan.LogField;
import dev.burnline.scan.LogLine;
import dev.burnline.scan.RequestLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one service, while a stretch of log is read. */
final class ServiceRows {

  private final String service;
  private final Counting counting;
  private final boolean[] met;
  private final Map<Integer, ServiceMinute> minutes = new HashMap<>();
  private final Map<Integer, ServiceQuarter> quarters = new HashMap<>();
  private final List<GroupedEvents> groups;
  private @Nullable ServiceMinute lastMinute;
  private @Nullable ServiceQuarter lastQuarter;
  private int firstRequest = Integer.MAX_VALUE;

  ServiceRows(String service, Counting counting) {
    this.service = service;
    this.counting = counting;
    this.met = new boolean[counting.counters()];
    this.groups = GroupedEvents.of(service, counting.groups());
  }

  String service() {
    return service;
  }

  void addRequest(LogLine line, int minute) {
    firstRequest = Math.min(firstRequest, minute);
    counting.test(line, met);
    ServiceMinute row = minute(minute);
    row.addRequest(line, met);
    ServiceQuarter quarter = quarter(minute);
    boolean success = "success".equals(line.text(LogField.STATUS));
    quarter.addRequest(line, success);
    double duration = line.number(LogField.DURATION_MS);
    if (success && duration >= 0 && quarter.slowest().hasRoomFor(duration)) {
      quarter.slowest().add(Exemplar.of(line));
    } else if (!success) {
      row.addExample(Exemplar.of(line));
    }
    for (int i = 0; i < counting.measures().size(); i++) {
      Counting.Pair measure = counting.measures().get(i);
      if (met[measure.total()] && !met[measure.good()]) {
        quarter.badEvents(i).add(line);
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).add(line, minute, met);
    }
  }

  void addGpuSample(RequestLine sample, int minute) {
    minute(minute).addGpuSample(sample);
  }

  private ServiceMinute minute(int minute) {
    ServiceMinute last = lastMinute;
    if (last == null || last.minute() != minute) {
      last = minutes.computeIfAbsent(minute, key -> new ServiceMinute(service, key, met.length));
      lastMinute = last;
    }
    return last;
  }

  private ServiceQuarter quarter(int minute) {
    int start = minute - Math.floorMod(minute, ServiceQuarter.MINUTES);
    ServiceQuarter last = lastQuarter;
    if (last == null || last.minute() != start) {
      last =
          quarters.computeIfAbsent(
              start, key -> new ServiceQuarter(service, key, counting.measures().size()));
      lastQuarter = last;
    }
    return last;
  }

  /** Returns the first minute with a request; none without requests. */
  OptionalInt firstRequest() {
    return firstRequest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(firstRequest);
  }

  Stream<Row> rows() {
    return Stream.of(
            minutes.values().stream(),
            quarters.values().stream(),
            groups.stream().flatMap(GroupedEvents::rows))
        .flatMap(rows -> rows);
  }
}
