package dev.burnline.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c080",
        "e08080",
        "f0808080",
        "eda080",
        "edbfbf",
        "f4908080",
        "f8888080",
        "80",
        "c3",
        "e282",
        "f09f98",
        "61ff",
        "c3ff",
        "61c3"
      })
  void overlong_surrogate_cut_off_and_foreign_bytes_are_invalid(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(Utf8.isValid(bytes, 0, bytes.length)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Grüße", "界", "😀", "\u0000", "\uffff", "\ud800\udc00"})
  void every_code_point_is_valid(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Utf8.isValid(bytes, 0, bytes.length)).isTrue();
  }

  @Test
  void random_bytes_are_valid_where_the_decoder_of_the_platform_says_so() {
    Random random = new Random(1);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = randomBytes(random, 1 + random.nextInt(60));
      int start = random.nextInt(bytes.length + 1);
      int length = random.nextInt(bytes.length - start + 1);
      boolean expected = decodes(bytes, start, length);
      assertThat(Utf8.isValid(bytes, start, length))
          .as("%s from %d, %d bytes", HexFormat.of().formatHex(bytes), start, length)
          .isEqualTo(expected);
      valid += expected ? 1 : 0;
    }
    assertThat(valid).isBetween(4_000, 16_000);
  }

  @Test
  void long_texts_are_checked_to_their_end() {
    for (int ascii = 8180; ascii < 8200; ascii++) {
      String text = "é" + "a".repeat(ascii) + "😀".repeat(9000);
      byte[] bytes = text.getBytes(UTF_8);
      assertThat(Utf8.isValid(bytes, 0, bytes.length)).isTrue();
      assertThat(Utf8.isValid(bytes, 0, bytes.length - 1)).isFalse();
    }
  }

  @Test
  void a_zero_byte_is_found_wherever_it_stands() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      int start = random.nextInt(bytes.length + 1);
      int length = random.nextInt(bytes.length - start + 1);
      if (length > 0 && random.nextBoolean()) {
        bytes[start + random.nextInt(length)] = 0;
      }
      boolean expected = false;
      for (int k = start; k < start + length; k++) {
        expected |= bytes[k] == 0;
      }
      assertThat(Utf8.hasNul(bytes, start, length))
          .as("%s from %d, %d bytes", HexFormat.of().formatHex(bytes), start, length)
          .isEqualTo(expected);
    }
  }

  /** Mostly well-formed, so that both answers occur. */
  private static byte[] randomBytes(Random random, int pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(40)) {
        case 0 -> out.write(random.nextInt(256));
        case 1, 2, 3, 4, 5 -> out.writeBytes(codePoint(random, 0xD7FF));
        case 6, 7, 8 -> out.writeBytes(codePoint(random, 0x7FF));
        case 9, 10 ->
            out.writeBytes(Character.toString(0x10000 + random.nextInt(0x100000)).getBytes(UTF_8));
        default -> out.write(1 + random.nextInt(127));
      }
    }
    return out.toByteArray();
  }

  private static byte[] codePoint(Random random, int last) {
    return Character.toString(1 + random.nextInt(last)).getBytes(UTF_8);
  }

  private static boolean decodes(byte[] bytes, int start, int length) {
    try {
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
