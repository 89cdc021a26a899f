package dev.burnline.serve.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromptTest {

  /** What {@code printf abc | sha256sum} prints, and of nothing. */
  @Test
  void theHashIsTheOneThatEveryToolTells() {
    assertThat(Prompt.of("abc").sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Prompt.of("").sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aPromptIsWorkedOutOnceAndNotBeforeItIsAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    Prompt prompt = Prompt.of(new CountedText("x".repeat(300), asked));
    assertThat(prompt.keptChars()).isEqualTo(300);
    assertThat(asked).hasValue(0);

    prompt.condense();

    assertThat(prompt.keptChars()).isZero();
    assertThat(prompt.chars()).isEqualTo(300);
    assertThat(prompt.truncated()).isEqualTo("x".repeat(200) + "...");
    assertThat(prompt.sha256()).isEqualTo(Prompt.of("x".repeat(300)).sha256());
    assertThat(asked).hasValue(1);
  }

  private record CountedText(String text, AtomicInteger asked) implements Prompt.Text {
    @Override
    public String whole() {
      asked.incrementAndGet();
      return text;
    }

    @Override
    public String shown() {
      return text;
    }

    @Override
    public int keptChars() {
      return text.length();
    }
  }

  @Test
  void theHashIsOfAllBytesWhateverTheLengthAndTheCharacters() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(2_100);
      while (text.length() < length) {
        switch (random.nextInt(5)) {
          case 0 -> text.append((char) random.nextInt(128));
          case 1 -> text.append('问');
          case 2 -> text.append((char) random.nextInt(0xD800, 0xE000));
          case 3 -> text.append('é');
          default -> text.appendCodePoint(0x1F600 + random.nextInt(40));
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);

      assertThat(Prompt.of(text.toString()).sha256())
          .as("round %d", round)
          .isEqualTo(HexFormat.of().formatHex(hash));
    }
  }
}
