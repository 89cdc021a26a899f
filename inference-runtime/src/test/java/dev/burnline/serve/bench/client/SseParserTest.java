package dev.burnline.serve.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {

  private final List<String> events = new ArrayList<>();
  private final SseParser parser = new SseParser(events::add);

  @Test
  void anEventEndsWithABlankLine() {
    feed("data: one\n\ndata: two\n");
    assertThat(events).containsExactly("one");

    feed("\n");
    assertThat(events).containsExactly("one", "two");
  }

  @Test
  void linesEndWithAnyOfThreeEnds() {
    feed("data: a\r\n\r\ndata: b\r\rdata: c\n\n");

    assertThat(events).containsExactly("a", "b", "c");
  }

  @Test
  void aReturnAndItsLineFeedMayComeApart() {
    feed("data: a\r");
    feed("\n\r");
    feed("\ndata: b\r\n\r\n");

    assertThat(events).containsExactly("a", "b");
  }

  @Test
  void everyCutBetweenBytesGivesTheSameEvents() {
    byte[] all = "\ufeff: hi\r\ndata: 三十七 🔥\r\ndata:x\r\n\r\ndata: end\n\n".getBytes(UTF_8);
    for (int cut = 0; cut <= all.length; cut++) {
      events.clear();
      SseParser fresh = new SseParser(events::add);
      fresh.feed(ByteBuffer.wrap(all, 0, cut));
      fresh.feed(ByteBuffer.wrap(all, cut, all.length - cut));
      fresh.end();
      assertThat(events).as("cut at %d", cut).containsExactly("三十七 🔥\nx", "end");
    }
  }

  @Test
  void commentsAndOtherFieldsArePassedOver() {
    feed(": keep-alive\n\nevent: delta\nid: 7\nretry: 10\ndatabase: no\ndata: yes\n\n");

    assertThat(events).containsExactly("yes");
  }

  @Test
  void onlyOneSpaceAfterTheColonIsDropped() {
    feed("data:  two\n\ndata:none\n\n");

    assertThat(events).containsExactly(" two", "none");
  }

  @Test
  void severalDataLinesAreOneEvent() {
    feed("data: {\ndata: }\ndata\n\n");

    assertThat(events).containsExactly("{\n}\n");
  }

  @Test
  void theEndOfTheStreamEndsAnEventWithoutABlankLine() {
    feed("data: [DONE]");
    parser.end();

    assertThat(events).containsExactly("[DONE]");
  }

  private void feed(String text) {
    parser.feed(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }
}
