package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbuseTest {

  private static final String SECRET = "the-secret-of-somebody-else";
  private static final int MUTATIONS = 170;

  @TempDir private Path folder;

  @Test
  void everyAbusiveBodyGetsItsStatusAndItsLineAndNobodysText() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      assertThat(server.chat(ChatTest.asking(SECRET)).statusCode()).isEqualTo(200);
      List<byte[]> bodies = bodies();
      assertThat(bodies).hasSizeGreaterThanOrEqualTo(200);
      Map<String, Integer> seen = new HashMap<>();
      for (int i = 0; i < bodies.size(); i++) {
        String id = "abuse-" + i;
        String answer = answer(server.port(), bodies.get(i), id);
        assertThat(answer).as(id).startsWith("HTTP/1.1 4").doesNotContain(SECRET);
        seen.put(id, Integer.parseInt(answer.substring(9, 12)));
        if (i % 20 == 0) {
          server.chat(ChatTest.asking(SECRET));
        }
      }
      Map<String, Integer> logged = new HashMap<>();
      for (JsonNode line : server.finished()) {
        String id = line.path("request_id").asText();
        if (id.startsWith("abuse-")) {
          assertThat(logged.put(id, line.path("http_status").asInt())).as(id).isNull();
          assertThat(line.path("status").asText()).isIn("rejected", "cancelled");
          assertThat(line.toString()).doesNotContain(SECRET);
        }
      }
      assertThat(logged).isEqualTo(seen);
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
    }
  }

  private static String answer(int port, byte[] body, String id) throws IOException {
    try (Socket socket = Raw.connect(port)) {
      String head =
          """
          POST /v1/chat/completions HTTP/1.1
          Host: a
          Content-Type: application/json
          Connection: close
          X-Request-Id: %s
          Content-Length: %d

          """
              .replace("\n", "\r\n");
      socket
          .getOutputStream()
          .write(head.formatted(id, body.length).getBytes(StandardCharsets.US_ASCII));
      try {
        socket.getOutputStream().write(body);
      } catch (IOException e) {
        // Refused before it was read whole; the answer is there all the same.
        assertThat(body.length).isGreaterThan(1 << 20);
      }
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<byte[]> bodies() {
    List<byte[]> bodies = new ArrayList<>();
    String valid = ChatTest.asking("hello");
    for (String text :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "{\"messages\":" + "[".repeat(33) + "]".repeat(33) + "}",
            "{\"" + "k".repeat(100_000) + "\":1}",
            "{\"temperature\":" + "9".repeat(100_000) + "}",
            "{\"temperature\":1e" + "9".repeat(60) + "}",
            "{\"a\":[" + "0,".repeat(400_000) + "0]}",
            "{\"messages\":[" + "{},".repeat(60_000) + "{}]}",
            "{\"messages\":[],\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
            "\ufeff\ufeff" + valid,
            " \ufeff" + valid,
            "\ufeff",
            valid + valid,
            valid + "\u0000",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"\u0000\"}]}",
            "{\"messages\":[{\"role\":\"\\u0000\",\"content\":\"x\"}]}",
            "{\"messages\":[{\"role\":\"user\\u202e\",\"content\":\"x\"}]}",
            "{\"messages\":{\"0\":{\"role\":\"user\"}}}",
            "{\"__proto__\":{}}",
            "/* c */ {}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"stop\":["
                + "\"a\",".repeat(50)
                + "\"a\"]}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":-9223372036854775808}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"../../etc/passwd\"}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\""
                + "m".repeat(100_000)
                + "\"}",
            "model=fake&messages=hi",
            "<?xml version=\"1.0\"?><a/>",
            "x".repeat((1 << 20) + 1),
            "\"" + SECRET.substring(0, 5) + "\"")) {
      bodies.add(text.getBytes(StandardCharsets.UTF_8));
    }
    bodies.add(valid.getBytes(StandardCharsets.UTF_16));
    bodies.add(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'});
    bodies.add(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
    bodies.add(new byte[10_000]);
    // Cut anywhere, or one structural byte replaced: never valid again.
    Random random = new Random(7);
    byte[] good = valid.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
      if (i % 2 == 1) {
        bad = good.clone();
        bad[random.nextInt(11)] = (byte) (0x80 + random.nextInt(0x40));
      }
      bodies.add(bad);
    }
    return bodies;
  }

  @Test
  void aBodyThatTricklesIsCutOff() throws Exception {
    Limits hasty = TestLimits.with("bodyTime", Duration.ofMillis(100));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded();
        Socket socket = Raw.connect(server.port())) {
      byte[] request =
          Raw.request(ChatTest.asking("x".repeat(1_000)), "slow").getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(request, 0, request.length - 900);
      TestServer.await(() -> server.inFlight() > 0);
      while (server.inFlight() > 0) {
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
        TimeUnit.MILLISECONDS.sleep(20);
      }
      JsonNode line = server.finished("slow");
      assertThat(line.path("http_status").asInt()).isEqualTo(408);
      assertThat(line.path("error_type").asText()).isEqualTo("client_disconnect");
    }
  }

  @Test
  void aBodyThatDoesNotComeIsCutOffInItsTime() throws Exception {
    Limits hasty = TestLimits.with("bodyTime", Duration.ofMillis(300));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded()) {
      assertThat(answerWithoutBody(server, "application/json")).startsWith("HTTP/1.1 408");
      assertThat(server.finished("silent").path("http_status").asInt()).isEqualTo(408);
    }
  }

  @Test
  void theRestOfARefusedBodyHasNoMoreTimeThanABody() throws Exception {
    Limits hasty = TestLimits.with("bodyTime", Duration.ofMillis(300));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded()) {
      assertThat(answerWithoutBody(server, "text/plain")).startsWith("HTTP/1.1 415");
    }
  }

  /** Returns all until the server closes the connection, much earlier than an idle one. */
  private static String answerWithoutBody(TestServer server, String type) throws IOException {
    try (Socket socket = Raw.connect(server.port())) {
      socket.setSoTimeout(5_000);
      String request =
          Raw.request(ChatTest.asking("hi"), "silent").replace("application/json", type);
      socket
          .getOutputStream()
          .write(request.substring(0, request.length() - 5).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aClientThatGoesWhileItSendsIsADisconnect() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      try (Socket socket = Raw.connect(server.port())) {
        byte[] request =
            Raw.request(ChatTest.asking("hi"), "left").getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(request, 0, request.length - 5);
        TestServer.await(() -> server.inFlight() > 0);
      }
      assertThat(server.finished("left").path("http_status").asInt()).isEqualTo(499);
    }
  }

  @Test
  void aBodyThatTheServerClosesAtItsEndIsNoFaultOfItsClient() throws Exception {
    try (TestServer server = TestServer.start(folder);
        Socket socket = Raw.connect(server.port())) {
      byte[] request = Raw.request(ChatTest.asking("hi"), "late").getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(request, 0, request.length - 5);
      TestServer.await(() -> server.inFlight() > 0);
      server.backend().drain();
      server.disconnect();
      JsonNode line = server.finished("late");
      assertThat(line.path("http_status").asInt()).isEqualTo(503);
      assertThat(line.path("error_type").asText()).isEqualTo("shutdown");
      assertThat(line.path("status").asText()).isEqualTo("rejected");
    }
  }

  @Test
  void idleConnectionsMakeRoomWhenAllAreTaken() throws Exception {
    Limits few = TestLimits.with("maxConnections", 2);
    try (TestServer server = TestServer.start(folder, few, ApiKeys.NONE).loaded();
        Socket first = Raw.post(server.port(), ChatTest.asking("first"), "first")) {
      assertThat(first.getInputStream().read()).isEqualTo('H');
      server.finished("first");
      Socket second = Raw.connect(server.port());
      assertThat(server.chat(ChatTest.asking("hi")).statusCode()).isEqualTo(200);
      second.close();
    }
  }

  @Test
  void aTransferCodingThatIsNotKnownIsRefused() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      for (String coding :
          new String[] {
            "gzip, chunked", "gzip\r\nTransfer-Encoding: chunked", "identity,chunked"
          }) {
        assertThat(answerToChunks(server, coding, "coded"))
            .as(coding)
            .startsWith("HTTP/1.1 501")
            .contains("a body must have no Transfer-Encoding but chunked");
      }
      assertThat(answerToChunks(server, "Chunked", "plain")).startsWith("HTTP/1.1 200");
      JsonNode line = server.finished("plain");
      assertThat(line.path("http_status").asInt()).isEqualTo(200);
      assertThat(server.finished())
          .filteredOn(other -> other.path("request_id").asText().equals("coded"))
          .hasSize(3)
          .allMatch(other -> other.path("error_type").asText().equals("validation"));
    }
  }

  private static String answerToChunks(TestServer server, String coding, String id)
      throws IOException {
    String body = ChatTest.asking("hi");
    String request =
        Raw.request("", id)
                .replace("keep-alive", "close")
                .replace("Content-Length: 0", "Transfer-Encoding: " + coding)
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n";
    try (Socket socket = Raw.connect(server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void brokenChunksAreABadRequestWithALine() throws Exception {
    try (TestServer server = TestServer.start(folder);
        Socket socket = Raw.connect(server.port())) {
      String request =
          """
          POST /v1/chat/completions HTTP/1.1
          Host: a
          Content-Type: application/json
          X-Request-Id: chunks
          Transfer-Encoding: chunked

          zz
          {}
          """
              .replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 400");
      assertThat(server.finished("chunks").path("error_type").asText()).isEqualTo("malformed_json");
    }
  }
}
