package dev.burnline.serve.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PromptTest {

  /** What {@code printf abc | sha256sum} prints, and of nothing. */
  @Test
  void theHashIsTheOneThatEveryToolTells() {
    assertThat(SampleEvents.prompt("abc").sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(SampleEvents.prompt("").sha256())
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
    assertThat(prompt.sha256()).isEqualTo(SampleEvents.prompt("x".repeat(300)).sha256());
    assertThat(asked).hasValue(1);
  }

  /** A text in two parts. */
  private record CountedText(String text, AtomicInteger asked) implements Prompt.Text {
    @Override
    public void read(Consumer<String> reader) {
      asked.incrementAndGet();
      reader.accept(text.substring(0, 100));
      reader.accept(text.substring(100));
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

  /** Else a request would wait for the log's thread. */
  @Test
  void whatItKeepsIsToldWhileItIsBeingWorkedOut() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Prompt prompt =
        Prompt.of(
            new Prompt.Text() {
              @Override
              public void read(Consumer<String> reader) {
                working.countDown();
                try {
                  mayEnd.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                reader.accept("abc");
              }

              @Override
              public String shown() {
                return "abc";
              }

              @Override
              public int keptChars() {
                return 3;
              }
            });
    Thread thread = new Thread(prompt::condense);
    thread.setDaemon(true);
    thread.start();
    try {
      assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();

      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertThat(prompt.keptChars()).isEqualTo(3));
    } finally {
      mayEnd.countDown();
    }
    thread.join();
    assertThat(prompt.keptChars()).isZero();
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

      assertThat(SampleEvents.prompt(text.toString()).sha256())
          .as("round %d", round)
          .isEqualTo(HexFormat.of().formatHex(hash));
      int middle = random.nextInt(text.length() + 1);
      TextDigest parts = new TextDigest();
      parts.add(text.substring(0, middle));
      parts.add("");
      parts.add(text.substring(middle));
      assertThat(parts.sha256())
          .as("round %d in parts at %d", round, middle)
          .isEqualTo(HexFormat.of().formatHex(hash));
    }
  }
}
