package dev.burnline.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void hiddenCharactersAreWrittenOut() {
    assertThat(CleanText.of("a\u202eb\u200bc\u0000\u001b[31m\ufeff\u2028", 100))
        .isEqualTo("a\\u{202e}b\\u{200b}c\\u{0}\\u{1b}[31m\\u{feff}\\u{2028}");
    assertThat(CleanText.of("\ud800\u3164\ufe0f", 100)).isEqualTo("\\u{d800}\\u{3164}\\u{fe0f}");
  }

  @Test
  void lineBreaksBecomeSpaces() {
    assertThat(CleanText.of("a\r\nb\tc", 100)).isEqualTo("a  b c");
  }

  @Test
  void lettersOfAllLanguagesStay() {
    assertThat(CleanText.of("模型-é-Ω-🙂", 100)).isEqualTo("模型-é-Ω-🙂");
  }

  @Test
  void textIsCutBetweenCodePoints() {
    assertThat(CleanText.of("🙂🙂🙂", 2)).isEqualTo("🙂🙂…");
    assertThat(CleanText.of("🙂🙂", 2)).isEqualTo("🙂🙂");
    assertThat(CleanText.of("", 2)).isEmpty();
  }

  @Test
  void noTextOfAReportIsForgotten() {
    Report clean = CleanReport.of(SampleReports.hostile("x\u202ey".repeat(200)));

    assertThat(clean.toString()).doesNotContain("\u202e").doesNotContain("y".repeat(101));
    assertThat(clean.services().get(0).service()).startsWith("x\\u{202e}y").endsWith("…");
  }

  @Test
  void countsOfNamesThatBecomeEqualAreAddedUp() {
    assertThat(CleanReport.of(SampleReports.hostile()).services().get(0).errorTypes()).hasSize(1);
  }
}
