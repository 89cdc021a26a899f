package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowClientsTest {

  private static final int CONNECTIONS = 8;
  private static final int ATTACKERS = 3 * CONNECTIONS;

  private static final String HALF_A_HEADER = "GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ";

  @TempDir private Path folder;

  @Test
  void whoeverSendsHeadersSlowlyKeepsNobodyElseOut() throws Exception {
    assertThatOthersAreAnsweredBeside("");
    assertThatOthersAreAnsweredBeside("G");
    assertThatOthersAreAnsweredBeside(HALF_A_HEADER);
  }

  @Test
  void whoeverSendsABodySlowlyKeepsNobodyElseOut() throws Exception {
    String request = Raw.request(ChatTest.asking("hi"), "slow");
    assertThatOthersAreAnsweredBeside(request.substring(0, request.length() - 9));
  }

  private void assertThatOthersAreAnsweredBeside(String begin) throws Exception {
    Limits few = TestLimits.with("maxConnections", CONNECTIONS);
    List<Socket> attackers = new ArrayList<>();
    try (TestServer server = TestServer.start(folder, few, ApiKeys.NONE).loaded()) {
      for (int i = 0; i < ATTACKERS; i++) {
        attackers.add(begun(server, begin));
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        attackers.add(begun(server, begin));
        assertThat(aloneOn(server, "/health")).startsWith("HTTP/1.1 200");
      }
      int closed = 0;
      for (Socket attacker : attackers) {
        closed += isClosed(attacker) ? 1 : 0;
      }
      assertThat(closed).isGreaterThan(attackers.size() - CONNECTIONS);
    } finally {
      for (Socket attacker : attackers) {
        attacker.close();
      }
    }
  }

  @Test
  void aHeaderThatTricklesIsCutOff() throws Exception {
    Limits hasty = TestLimits.with("headerTime", Duration.ofMillis(100));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded();
        Socket slow = begun(server, HALF_A_HEADER)) {
      slow.setSoTimeout(10);
      TestServer.await(() -> isClosedAfterOneMore(slow));
    }
  }

  @Test
  void aHeaderThatTricklesBehindAnAnswerIsCutOff() throws Exception {
    Limits hasty = TestLimits.with("headerTime", Duration.ofMillis(100));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded();
        Socket slow = Raw.post(server.port(), ChatTest.asking("hi"), "first")) {
      assertThat(slow.getInputStream().read()).isEqualTo('H');
      server.finished("first");
      slow.setSoTimeout(10);
      TestServer.await(() -> isClosedAfterOneMore(slow));
    }
  }

  @Test
  void neitherAnIdleConnectionNorAnAnswerIsHeldToTheTimeOfAHeader() throws Exception {
    Limits hasty =
        TestLimits.with(Map.of("headerTime", Duration.ofMillis(100), "maxConnections", 4));
    try (TestServer server = TestServer.start(folder, hasty, ApiKeys.NONE).loaded();
        Socket socket = Raw.post(server.port(), ChatTest.asking("#slow hi"), "slow")) {
      for (int i = 0; i < 2 * CONNECTIONS; i++) {
        try (Socket other = begun(server, "")) {
          assertThat(aloneOn(server, "/health")).startsWith("HTTP/1.1 200");
          assertThat(other.isConnected()).isTrue();
        }
      }
      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
    }
  }

  private static Socket begun(TestServer server, String begin) throws IOException {
    Socket socket = Raw.connect(server.port());
    socket.getOutputStream().write(begin.getBytes(US_ASCII));
    return socket;
  }

  private static String aloneOn(TestServer server, String path) throws IOException {
    try (Socket socket = Raw.connect(server.port())) {
      socket.setSoTimeout(5_000);
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static boolean isClosedAfterOneMore(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return isClosed(socket);
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(10);
    try {
      while (socket.getInputStream().read() >= 0) {}
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
