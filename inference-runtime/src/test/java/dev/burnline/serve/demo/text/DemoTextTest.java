package dev.burnline.serve.demo.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.demo.train.Batch;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTextTest {

  @Test
  void onlyTheAnswerIsToBeLearnt() {
    Batch batch = new Batch(List.of(DemoText.alone(new Conversation("2+2", "4.", "四"), 70)));

    assertThat(read(batch.targets()))
        .startsWith(
            "user\n2+2<|im_end|>\n<|im_start|>assistant\n<think>\n4.\n</think>\n\n四<|im_end|>\n");
    assertThat(read(batch.targets(), batch.weights()))
        .isEqualTo("<think>\n4.\n</think>\n\n四<|im_end|>");
    assertThat(batch.inputs()[0]).isEqualTo(Vocabulary.MESSAGE_START);
  }

  @Test
  void aConversationThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> DemoText.alone(new Conversation("2+2", "4.", "四"), 30))
        .hasMessage("'2+2' does not fit into 30 tokens");
  }

  @Test
  void equalSeedsGiveEqualText() {
    for (double done : new double[] {0, 0.5, 0.9}) {
      assertThat(new DemoText(7).next(done).inputs())
          .isEqualTo(new DemoText(7).next(done).inputs());
      assertThat(new DemoText(7).next(done).inputs())
          .isNotEqualTo(new DemoText(8).next(done).inputs());
    }
  }

  @Test
  void itBeginsWithBareSumsAndEndsWithWholeConversations() {
    DemoText text = new DemoText(1);

    assertThat(read(text.next(0).targets())).doesNotContain("What is 1", "计算");
    assertThat(DemoText.advanced(1).next(0).positions()).isNotEqualTo(text.next(0).positions());
    StringBuilder last = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      last.append(read(text.next(1).targets()));
    }
    assertThat(last).contains("What is", "计算", "system\nYou are", "<|im_start|>assistant\n<think>");
  }

  @Test
  void aFileIsReadInPieces() {
    byte[] bytes = "0123456789".repeat(30).getBytes(US_ASCII);

    Batch batch = new FileText(bytes, 1).next(0);

    assertThat(read(batch.targets(), batch.weights())).contains("0123456789012345678901234567890");
    assertThatThrownBy(() -> new FileText(new byte[5], 1))
        .hasMessage("the text has 5 bytes, but needs at least 193");
  }

  /** Returns the text of the tokens that count; of all when there are no weights. */
  private static String read(int[] tokens, float... weights) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < tokens.length; i++) {
      if (weights.length == 0 || weights[i] > 0) {
        if (tokens[i] < Vocabulary.END_OF_TEXT) {
          text.write(tokens[i]);
        } else {
          text.writeBytes(
              Vocabulary.marks().get(tokens[i] - Vocabulary.END_OF_TEXT).getBytes(US_ASCII));
        }
      }
    }
    return text.toString(UTF_8);
  }
}
