package dev.burnline.serve.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private final AnswerReader reader = new AnswerReader();
  private long now;

  @Test
  void piecesOfReasoningAndAnswerAreTimedAndUsageIsBelieved() {
    send("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
    send("{\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"7 + 8\"}}]}");
    send("{\"choices\":[{\"delta\":{\"content\":\"15\"}}]}");
    send("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
    send("{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":7}}");
    send("[DONE]");

    Reply.Answered reply = answered();
    assertThat(reply.pieces().count()).isEqualTo(2);
    assertThat(reply.pieces().at(0)).isEqualTo(2);
    assertThat(reply.pieces().at(1)).isEqualTo(3);
    assertThat(reply.tokens()).isEqualTo(7);
    assertThat(reply.promptTokens()).isEqualTo(OptionalLong.of(9));
  }

  @Test
  void withoutUsageThePiecesAreCounted() {
    send("{\"choices\":[{\"text\":\"a\"}],\"usage\":null}");
    send("{\"choices\":[{\"text\":\"b\"}]}");
    send("[DONE]");

    assertThat(answered().outputTokens()).isEmpty();
    assertThat(answered().tokens()).isEqualTo(2);
  }

  @Test
  void anErrorInTheStreamIsTheOutcomeWhateverCameBefore() {
    send("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");
    send("{\"error\":{\"message\":\"out of memory\",\"type\":\"cuda_oom\"}}");
    send("[DONE]");

    assertThat(failed().kind()).isEqualTo("stream_error");
    assertThat(failed().message()).isEqualTo("out of memory");
  }

  @Test
  void aStreamThatJustEndsIsTruncated() {
    send("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");

    assertThat(failed().kind()).isEqualTo("truncated");
    assertThat(failed().message())
        .isEqualTo("the stream ended after 1 pieces without an end of the answer");
  }

  @Test
  void aFinishReasonEndsAnAnswerOfAServerThatSaysNoDone() {
    send("{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"length\"}]}");

    assertThat(answered().tokens()).isEqualTo(1);
  }

  @Test
  void tokensThatAreNoTextAreAnAnswerThatComesWithItsEnd() {
    send("{\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}");
    send("{\"choices\":[],\"usage\":{\"completion_tokens\":1}}");
    send("[DONE]");

    assertThat(answered().pieces().at(0)).isEqualTo(3);
    assertThat(answered().tokens()).isEqualTo(1);
  }

  @Test
  void anAnswerWithoutTextIsEmpty() {
    send("[DONE]");

    assertThat(failed().kind()).isEqualTo("empty");
  }

  @Test
  void whatIsNotJsonIsMalformed() {
    send("{\"choices\":");
    send("[DONE]");

    assertThat(failed().kind()).isEqualTo("malformed");
    assertThat(failed().message()).startsWith("an event is not JSON: Unexpected end-of-input");
  }

  private void send(String data) {
    now++;
    reader.feed(ByteBuffer.wrap(("data: " + data + "\n\n").getBytes(UTF_8)), now);
  }

  private Reply.Answered answered() {
    return assertThat(reader.end(now))
        .asInstanceOf(InstanceOfAssertFactories.type(Reply.Answered.class))
        .actual();
  }

  private Reply.Failed failed() {
    return assertThat(reader.end(now))
        .asInstanceOf(InstanceOfAssertFactories.type(Reply.Failed.class))
        .actual();
  }
}
