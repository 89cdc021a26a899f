package dev.burnline.slo.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

  @Test
  void theNearestNameNeedsTheFewestEdits() {
    KnownNames names = KnownNames.of(List.of("target", "targetPercent", "op"));

    assertThat(names.nearestTo("tagret")).isEqualTo("target");
    assertThat(names.nearestTo("TARGETPERCENTS")).isEqualTo("targetPercent");
    assertThat(names.nearestTo("po")).isEqualTo("op");
    assertThat(names.nearestTo("x".repeat(1_000_000))).isEqualTo("target");
  }

  @Test
  void lettersAreInsertedDroppedReplacedAndSwapped() {
    assertThat(KnownNames.edits("", "abc")).isEqualTo(3);
    assertThat(KnownNames.edits("abc", "abc")).isZero();
    assertThat(KnownNames.edits("abc", "ABD")).isEqualTo(1);
    assertThat(KnownNames.edits("acb", "abc")).isEqualTo(1);
    assertThat(KnownNames.edits("abcd", "abd")).isEqualTo(1);
    assertThat(KnownNames.edits("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void aPartOfANameIsNearToIt() {
    KnownNames names = KnownNames.of(List.of("tpot_ms", "ttft_ms", "input_tokens", "http_status"));

    assertThat(names.nearestTo("tokens")).isEqualTo("input_tokens");
    assertThat(names.nearestTo("my_http_status_code")).isEqualTo("http_status");
  }

  @Test
  void noNamesAreNoNames() {
    assertThatThrownBy(() -> KnownNames.of(List.of())).hasMessage("names is empty");
  }
}
