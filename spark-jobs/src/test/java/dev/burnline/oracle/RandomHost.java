package dev.burnline.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One process that writes a log, with restarts, gaps, repeated and unusable lines. */
final class RandomHost {

  private static final List<String> BLANK = List.of("", " ", "\t", "\r", " \t \r");

  private final String name;
  private final String service;
  private final boolean runtimeFormat;
  private final int nastyPerMille;
  private final Random random;
  private final RandomJson json;
  private final RandomFields fields;
  private final NastyLines nasty;
  private final RandomFiles files;
  private String bootId;
  private long seq;
  private int requests;

  RandomHost(
      String name,
      String service,
      boolean runtimeFormat,
      int failedPerMille,
      int nastyPerMille,
      Random random,
      RandomFiles files) {
    this.name = name;
    this.service = service;
    this.runtimeFormat = runtimeFormat;
    this.nastyPerMille = nastyPerMille;
    this.random = random;
    this.json = new RandomJson(random);
    this.fields = new RandomFields(random, json, failedPerMille, nastyPerMille / 4);
    this.nasty = new NastyLines(random, name);
    this.files = files;
    this.bootId = boot();
  }

  /** Writes what happens at a time: a request, mostly. */
  void happen(Instant time) {
    if (random.nextInt(100) == 0) {
      files.rotate();
    }
    if (random.nextInt(1000) < nastyPerMille) {
      files.add(nasty.next(RandomTimes.plain(time)));
    }
    if (nastyPerMille > 0 && random.nextInt(4000) == 0) {
      files.add(nasty.tooLong(RandomTimes.plain(time)));
    }
    switch (files.atStart() ? 99 : random.nextInt(40)) {
      case 0 -> files.add(bytes(BLANK.get(random.nextInt(BLANK.size()))));
      case 1 -> files.repeat();
      case 2 -> seq += nastyPerMille == 0 ? 0 : random.nextInt(4);
      case 3, 4, 5 -> event(time, "gpu.sample");
      case 6 -> event(time, "heartbeat");
      case 7 -> received(time, requestId());
      case 8 -> request(time.minusMillis(random.nextInt(3_600_000)), service);
      case 9 -> request(time, random.nextInt(4) == 0 ? "rare-é-" + name : service + "-small");
      case 10 -> {
        if (random.nextInt(5) == 0) {
          bootId = boot();
          seq = random.nextInt(3);
          event(time, "service.starting");
        }
      }
      default -> request(time, service);
    }
  }

  private void request(Instant time, String ofService) {
    String requestId = requestId();
    if (ofService.equals(service) && random.nextInt(10) != 0) {
      received(time.minusMillis(random.nextInt(20_000)), requestId);
    }
    Map<String, String> line = fields.smallestRequest(time, ofService, requestId);
    if (runtimeFormat) {
      fields.addRuntimeFields(line);
      addSeq(line);
    }
    fields.spoil(line, Set.of());
    files.add(bytes(json.object(line)));
  }

  private void received(Instant time, String requestId) {
    if (runtimeFormat) {
      Map<String, String> line = event(time, "request.received", "request_id", requestId);
      line.put("prompt_chars", json.whole(random.nextInt(4000)));
      writeEvent(line);
    }
  }

  private void event(Instant time, String event) {
    if (runtimeFormat) {
      Map<String, String> line = event(time, event, "instance", name + ":8000");
      if (event.equals("gpu.sample")) {
        line.put("gpu_index", json.whole(random.nextInt(2)));
        line.put("gpu_mem_used_mb", json.whole(4_000 + random.nextInt(20_000)));
        line.put("gpu_mem_total_mb", random.nextInt(40) == 0 ? "0" : json.whole(24_576));
        line.put("gpu_util_pct", json.decimal(random.nextDouble() * 100));
      }
      writeEvent(line);
    }
  }

  private Map<String, String> event(Instant time, String event, String key, String value) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("timestamp", json.text(RandomTimes.plain(time)));
    line.put("level", "\"INFO\"");
    line.put("service", json.text(service));
    line.put("event", json.text(event));
    line.put(key, json.text(value));
    return line;
  }

  private void writeEvent(Map<String, String> line) {
    addSeq(line);
    fields.spoil(line, Set.of("service", "event", "request_id"));
    files.add(bytes(json.object(line)));
  }

  private void addSeq(Map<String, String> line) {
    line.put("boot_id", json.text(bootId));
    line.put("seq", Long.toString(++seq));
  }

  private String requestId() {
    return name + "-" + ++requests;
  }

  private String boot() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
