package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyMemoryTest {

  private static final int CHUNKS = 4;

  @TempDir private Path folder;

  @Test
  void bodiesThatFillTheirMemoryKeepLongOnesOutAndShortOnesNot() throws Exception {
    BodyMemory memory = new BodyMemory(CHUNKS * Body.CHUNK_BYTES);
    try (TestServer server = TestServer.start(folder, memory);
        Socket slow = Raw.connect(server.port())) {
      byte[] request =
          Raw.request(padded(CHUNKS * Body.CHUNK_BYTES), "slow").getBytes(StandardCharsets.UTF_8);
      OutputStream out = slow.getOutputStream();
      out.write(request, 0, request.length - 5);
      TestServer.await(() -> memory.takenBytes() == CHUNKS * Body.CHUNK_BYTES);

      HttpResponse<String> refused = server.chat(padded(Body.CHUNK_BYTES));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(TestServer.json(refused).path("error").path("code").asText())
          .isEqualTo("overloaded");
      assertThat(server.chat(ChatTest.asking("hi")).statusCode()).isEqualTo(200);

      out.write(request, request.length - 5, 5);
      assertThat(slow.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      assertThat(server.chat(padded(Body.CHUNK_BYTES)).statusCode()).isEqualTo(200);
      JsonNode line = server.finished(ChatTest.id(refused));
      assertThat(line.path("status").asText()).isEqualTo("rejected");
      assertThat(line.path("error_type").asText()).isEqualTo("overloaded");
      assertThat(server.finished()).hasSize(4);
      assertThat(memory.takenBytes()).isZero();
    }
  }

  @Test
  void aBodyThatIsNotReadToItsEndGivesItsMemoryBack() throws Exception {
    BodyMemory memory = new BodyMemory(CHUNKS * Body.CHUNK_BYTES);
    try (TestServer server = TestServer.start(folder, memory)) {
      try (Socket gone = Raw.connect(server.port())) {
        byte[] request =
            Raw.request(padded(2 * Body.CHUNK_BYTES), "gone").getBytes(StandardCharsets.UTF_8);
        gone.getOutputStream().write(request, 0, request.length - 5);
        TestServer.await(() -> memory.takenBytes() == 2 * Body.CHUNK_BYTES);
      }
      assertThat(server.finished("gone").path("http_status").asInt()).isEqualTo(499);
      HttpResponse<String> refused = server.chat(padded(CHUNKS * Body.CHUNK_BYTES + 2_000_000));
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(server.chat(padded(5 * Body.CHUNK_BYTES)).statusCode())
          .as("longer than all memory for bodies")
          .isEqualTo(413);
      assertThat(server.chat(padded(2 * Body.CHUNK_BYTES) + "{").statusCode()).isEqualTo(400);
      assertThat(server.finished()).hasSize(4);
      assertThat(memory.takenBytes()).isZero();
    }
  }

  @Test
  void aBodyFitsIfItsChunksDoAndOneByteMoreIsTooLong() throws Exception {
    try (TestServer server =
        TestServer.start(folder, new BodyMemory(2 * Body.CHUNK_BYTES + Body.CHUNK_BYTES / 2))) {
      int longest = 3 * Body.CHUNK_BYTES; // The first needs no memory.
      assertThat(server.chat(ofLength(longest)).statusCode()).isEqualTo(200);
      assertThat(server.send(chunked(server, longest)).statusCode()).isEqualTo(200);
      for (int more : new int[] {1, Body.CHUNK_BYTES / 2, Body.CHUNK_BYTES}) {
        assertThat(server.chat(ofLength(longest + more)).statusCode())
            .as("+" + more)
            .isEqualTo(413);
        assertThat(server.send(chunked(server, longest + more)).statusCode())
            .as("chunked +" + more)
            .isEqualTo(413);
      }
    }
    try (TestServer server = TestServer.start(folder.resolve("none"), new BodyMemory(0))) {
      assertThat(server.chat(ofLength(Body.CHUNK_BYTES)).statusCode()).isEqualTo(200);
      assertThat(server.chat(ofLength(Body.CHUNK_BYTES + 1)).statusCode()).isEqualTo(413);
    }
  }

  private static String ofLength(int bytes) {
    return padded(bytes - padded(0).length());
  }

  /** A request whose length is not announced. */
  private static HttpRequest.Builder chunked(TestServer server, int bytes) {
    byte[] body = ofLength(bytes).getBytes(StandardCharsets.UTF_8);
    return server
        .json("/v1/chat/completions", "")
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  @Test
  void aRequestThatFindsNoHeapIsToldToComeAgain() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      HttpResponse<String> before = server.chat(ChatTest.asking("#heap"));
      assertThat(before.statusCode()).isEqualTo(503);
      assertThat(before.headers().firstValue("Retry-After")).isPresent();
      JsonNode line = server.finished(ChatTest.id(before));
      assertThat(line.path("status").asText()).isEqualTo("rejected");
      assertThat(line.path("error_type").asText()).isEqualTo("overloaded");

      HttpResponse<String> atWork = server.chat(ChatTest.asking("#heap:started"));
      assertThat(atWork.statusCode()).isEqualTo(503);
      JsonNode later = server.finished(ChatTest.id(atWork));
      assertThat(later.path("status").asText()).isEqualTo("error");
      assertThat(later.path("error_type").asText()).isEqualTo("overloaded");
      assertThat(server.chat(ChatTest.asking("hi")).statusCode()).isEqualTo(200);
    }
  }

  /** A request that is preceded by so much space. */
  private static String padded(int bytes) {
    return " ".repeat(bytes) + ChatTest.asking("hi");
  }
}
