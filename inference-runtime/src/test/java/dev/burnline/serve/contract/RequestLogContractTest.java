package dev.burnline.serve.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two thousand requests of every kind, many at a time, to a server that is killed in the middle and
 * started again: the log says of each just what its client saw. The log and the clients' counts
 * stay in target/contract, so that a report on the log can be held against them.
 */
class RequestLogContractTest {

  private static final Path FOLDER = Path.of("target", "contract");
  private static final int CLIENTS = 32;
  private static final int STUCK = 20;
  private static final int CROWD = 110;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final ExecutorService clients = Executors.newFixedThreadPool(CROWD);
  private final LogFolder log = new LogFolder(FOLDER.resolve("logs"));

  @Test
  void theLogSaysOfEachRequestWhatItsClientSaw() throws Exception {
    empty(FOLDER);
    String[] options = {
      "--max-batch", "8", "--queue-length", "40", "--queue-seconds", "2", "--max-body-bytes",
      "65536", "--generation-seconds", "1", "--log-file-mib", "1", "--log-backups", "50"
    };
    try (ServerProcess server = ServerProcess.start(FOLDER.resolve("logs"), options)) {
      Client client = new Client(server.base());
      send(client, CLIENTS, mixed());
      send(client, CLIENTS, faults());
      send(client, CROWD, Collections.nCopies(CROWD, Kind.SLOW));
      await(() -> log.events("request.finished").size() == seen.size());
      assertThat(client.finishedByMetrics()).isEqualTo(seen.size());
      assertThat(server.stop()).isZero();
    }
    try (ServerProcess server = ServerProcess.start(FOLDER.resolve("logs"))) {
      Client client = new Client(server.base());
      send(client, CLIENTS, departures());
      await(() -> log.events("request.finished").size() == seen.size());
      for (int i = 0; i < STUCK; i++) {
        // Its answer never comes.
        CompletableFuture<Seen> unanswered = client.begin(Kind.STUCK, "stuck-" + i);
        assertThat(unanswered).isNotCompleted();
      }
      await(() -> log.events("request.received").stream().filter(this::isStuck).count() == STUCK);
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(FOLDER.resolve("logs"), options)) {
      Client client = new Client(server.base());
      send(client, CLIENTS, Collections.nCopies(100, Kind.ANSWERED));
      assertThat(server.stop()).isZero();
    }
    clients.shutdown();

    log.assertValid();
    log.assertNumbered();
    assertThat(log.events("service.crash_detected"))
        .extracting(line -> line.get("previous_boot_id").asText())
        .containsExactly(log.events("service.starting").get(1).get("boot_id").asText());
    assertThat(log.events("service.stopped"))
        .extracting(line -> line.get("clean").asBoolean())
        .containsExactly(true, true);
    assertSameAsSeen();
    assertEveryOutcomeWasThere();
    writeCounts();
  }

  private static List<Kind> mixed() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 80);
    }
    counts.put(Kind.ANSWERED, 300);
    counts.put(Kind.STREAMED, 250);
    counts.put(Kind.SLOW, 12);
    counts.put(Kind.SLOW_STREAM, 12);
    List.of(
            Kind.DEVICE_FAULT,
            Kind.ENGINE_FAULT,
            Kind.STUCK,
            Kind.LEFT_AT_ONCE,
            Kind.LEFT_IN_THE_STREAM)
        .forEach(counts::remove);
    return shuffled(counts);
  }

  /** Where nothing else ends requests early, clients leave theirs. */
  private static List<Kind> departures() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    counts.put(Kind.STREAMED, 100);
    counts.put(Kind.LEFT_AT_ONCE, 60);
    counts.put(Kind.LEFT_IN_THE_STREAM, 60);
    return shuffled(counts);
  }

  /** Faults end the other requests of the step too. */
  private static List<Kind> faults() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    counts.put(Kind.ANSWERED, 60);
    counts.put(Kind.STREAMED, 60);
    counts.put(Kind.DEVICE_FAULT, 15);
    counts.put(Kind.ENGINE_FAULT, 15);
    return shuffled(counts);
  }

  private static List<Kind> shuffled(Map<Kind, Integer> counts) {
    List<Kind> kinds = new ArrayList<>();
    counts.forEach((kind, count) -> kinds.addAll(Collections.nCopies(count, kind)));
    Collections.shuffle(kinds, new Random(5));
    return kinds;
  }

  private void send(Client client, int atATime, List<Kind> kinds)
      throws InterruptedException, ExecutionException {
    List<Future<?>> workers = new ArrayList<>();
    int offset = seen.size();
    for (int worker = 0; worker < atATime; worker++) {
      int first = worker;
      workers.add(
          clients.submit(
              () -> {
                for (int i = first; i < kinds.size(); i += atATime) {
                  String id =
                      "%s-%d".formatted(kinds.get(i).name().toLowerCase(Locale.ROOT), offset + i);
                  seen.put(id, sent(client, kinds.get(i), id));
                }
                return null;
              }));
    }
    for (Future<?> worker : workers) {
      worker.get();
    }
  }

  private static Seen sent(Client client, Kind kind, String id) throws InterruptedException {
    try {
      return client.send(kind, id);
    } catch (IOException e) {
      throw new AssertionError(id + " got no answer", e);
    }
  }

  private boolean isStuck(JsonNode line) {
    return line.get("request_id").asText().startsWith("stuck-");
  }

  /** Something that comes true after a while. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private void assertSameAsSeen() throws IOException {
    Map<String, JsonNode> logged = new HashMap<>();
    for (JsonNode line : log.events("request.finished")) {
      assertThat(logged.put(line.get("request_id").asText(), line)).as("a second end").isNull();
    }
    assertThat(logged.keySet()).containsExactlyInAnyOrderElementsOf(seen.keySet());
    seen.forEach(
        (id, what) -> {
          JsonNode line = logged.get(id);
          String as = id + ": " + line;
          assertThat(line.path("error_type").asText("")).as(as).isEqualTo(what.errorType());
          assertThat(line.get("status").asText().equals("success"))
              .as(as)
              .isEqualTo(what.isAnswer());
          if (what.isAnswer()) {
            assertThat(line.get("finish_reason").asText()).as(as).isEqualTo(what.finishReason());
          }
          if (what.httpStatus() > 0) {
            assertThat(line.get("http_status").asInt()).as(as).isEqualTo(what.httpStatus());
          }
          assertThat(line.path("tenant").asText(""))
              .as(as)
              .isEqualTo(id.startsWith("streamed") ? "gold" : "");
        });
  }

  private void assertEveryOutcomeWasThere() {
    assertThat(seen.values())
        .extracting(
            what -> what.isAnswer() ? what.finishReason() : what.httpStatus() + what.errorType())
        .contains(
            "stop",
            "length",
            "repetition",
            "400malformed_json",
            "400validation",
            "400context_length",
            "401validation",
            "404validation",
            "405validation",
            "413validation",
            "429overloaded",
            "503queue_timeout",
            "504generation_timeout",
            "200generation_timeout",
            "0client_disconnect",
            "500cuda_oom",
            "500cuda_error",
            "500engine_error");
    assertThat(seen).hasSizeGreaterThan(2_000);
  }

  private void writeCounts() throws IOException {
    Map<String, Integer> errors = new TreeMap<>();
    Map<String, Integer> finishReasons = new TreeMap<>();
    for (Seen what : seen.values()) {
      (what.isAnswer() ? finishReasons : errors)
          .merge(what.isAnswer() ? what.finishReason() : what.errorType(), 1, Integer::sum);
    }
    ObjectMapper json = new ObjectMapper();
    ObjectNode counts = json.createObjectNode();
    counts.put("requests", seen.size());
    counts.put("errors", errors.values().stream().mapToInt(count -> count).sum());
    counts.put("unfinished_requests", STUCK);
    counts.set("error_types", json.valueToTree(errors));
    counts.set("answers", json.valueToTree(finishReasons));
    json.writeValue(FOLDER.resolve("counts.json").toFile(), counts);
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
