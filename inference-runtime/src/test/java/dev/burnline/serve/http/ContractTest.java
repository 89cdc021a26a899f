package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {

  private static final int REQUESTS = 2_000;
  private static final int CLIENTS = 24;

  /** Each ends in a way of its own. */
  private static final List<String> ORDERS =
      List.of(
          "plain",
          "#think",
          "#repeat",
          "#reject:overloaded",
          "#reject:queue_timeout",
          "#reject:shutdown",
          "#half:generation_timeout",
          "#half:cuda_oom",
          "#half:cuda_error",
          "#fail:engine_error",
          "#hang",
          "\ud800",
          "{");

  @TempDir private Path folder;

  @Test
  void twoThousandRequestsOfEveryOutcomeHaveOneValidLineEach() throws Exception {
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (TestServer server = TestServer.start(folder)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String id = "r-" + i;
        String order = ORDERS.get(i % ORDERS.size());
        boolean stream = i % 2 == 0;
        all.add(clients.submit(() -> seen.put(id, ask(server, id, order, stream))));
      }
      for (Future<?> one : all) {
        one.get();
      }
      List<JsonNode> lines = server.lines();
      checkOneLineEach(lines, seen);
      long seq = 0;
      for (JsonNode line : lines) {
        assertThat(line.path("seq").asLong()).isEqualTo(++seq);
      }
      checkSchema();
      String metrics = server.get("/metrics").body();
      assertThat(
              metrics
                  .lines()
                  .filter(line -> line.startsWith("requests_finished_total{"))
                  .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                  .sum())
          .isEqualTo(REQUESTS);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Returns the status that the client saw; 499 when it went away. */
  private static int ask(TestServer server, String id, String order, boolean stream)
      throws Exception {
    String body =
        order.equals("{")
            ? "{"
            : "{\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                .formatted(stream, order.equals("\ud800") ? "x\\ud800" : order);
    if (order.equals("#hang")) {
      try (Socket socket = Raw.post(server.port(), body, id)) {
        if (stream) {
          socket.getInputStream().read();
        }
      }
      return 499;
    }
    HttpRequest.Builder request =
        server.json("/v1/chat/completions", body).header("x-request-id", id);
    HttpResponse<String> response = server.send(request);
    return response.statusCode();
  }

  private static void checkOneLineEach(List<JsonNode> lines, Map<String, Integer> seen) {
    Map<String, Integer> logged = new HashMap<>();
    for (JsonNode line : lines) {
      if (line.path("event").asText().equals("request.finished")) {
        String id = line.path("request_id").asText();
        assertThat(logged.put(id, line.path("http_status").asInt())).as(id).isNull();
      }
    }
    assertThat(logged).isEqualTo(seen);
  }

  private void checkSchema() throws Exception {
    Path file =
        Path.of(System.getProperty("burnline.root"), "sample-logs", "request-log.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file), InputFormat.JSON);
    for (String line : Files.readAllLines(folder.resolve("app.log"))) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }
}
