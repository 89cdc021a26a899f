package dev.burnline.serve.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String EMOJI = "\ud83d\ude00";

  @Test
  void aTextOfTwoHundredCharactersStaysWhole() {
    assertThat(Excerpt.of("")).isEmpty();
    assertThat(Excerpt.of("a".repeat(200))).isEqualTo("a".repeat(200));
    assertThat(Excerpt.of(EMOJI.repeat(200))).isEqualTo(EMOJI.repeat(200));
    assertThat(Excerpt.of("字".repeat(200))).isEqualTo("字".repeat(200));
  }

  @Test
  void oneMoreIsCutToTwoHundredAndAnEllipsis() {
    assertThat(Excerpt.of("a".repeat(201))).isEqualTo("a".repeat(200) + "...");
    assertThat(Excerpt.of("字".repeat(201))).isEqualTo("字".repeat(200) + "...");
    assertThat(Excerpt.of(EMOJI.repeat(201))).isEqualTo(EMOJI.repeat(200) + "...");
  }

  @Test
  void anEmojiAcrossTheLimitIsKeptWholeOrLeftOutWhole() {
    assertThat(Excerpt.of("a".repeat(199) + EMOJI + "b"))
        .isEqualTo("a".repeat(199) + EMOJI + "...");
    assertThat(Excerpt.of("a".repeat(200) + EMOJI)).isEqualTo("a".repeat(200) + "...");
  }

  @Test
  void halfACharacterCountsAsOne() {
    assertThat(Excerpt.of("\ud83d".repeat(201))).isEqualTo("\ud83d".repeat(200) + "...");
  }

  @Test
  void shorteningAgainChangesNothing() {
    String once = Excerpt.of(EMOJI.repeat(500));

    assertThat(Excerpt.of(once)).isEqualTo(once);
  }

  @Test
  void aMessageFitsTwoHundredWithItsEllipsis() {
    assertThat(Excerpt.message("a".repeat(200))).isEqualTo("a".repeat(200));
    assertThat(Excerpt.message(EMOJI.repeat(201))).isEqualTo(EMOJI.repeat(197) + "...");
  }

  @Test
  void aNameIsNotEmptyAndHasAnEnd() {
    assertThat(Excerpt.name("n".repeat(300), "model")).hasSize(256);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Excerpt.name("", "model"))
        .withMessage("model must not be empty");
  }
}
