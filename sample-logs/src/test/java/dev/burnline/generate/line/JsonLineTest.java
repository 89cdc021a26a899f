package dev.burnline.generate.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_character_comes_back_from_a_json_reader_in_both_styles() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += step(codePoint)) {
      if (codePoint < 0xD800 || codePoint > 0xDFFF) {
        all.appendCodePoint(codePoint);
      }
    }
    for (JsonLine.Style style : JsonLine.Style.values()) {
      JsonLine line = new JsonLine(style);
      line.begin().text("t", all.toString()).end();

      assertThat(parse(line).get("t").asText()).isEqualTo(all.toString());
    }
  }

  @Test
  void half_a_character_becomes_a_replacement() throws IOException {
    JsonLine line = new JsonLine(JsonLine.Style.COMPACT);
    line.begin().text("t", "a\uD83Db\uDE00").end();

    assertThat(parse(line).get("t").asText()).isEqualTo("a\uFFFDb\uFFFD");
  }

  @Test
  void numbers_are_exact_and_lines_can_be_built_again() {
    JsonLine line = new JsonLine(JsonLine.Style.COMPACT);
    line.begin().text("first", "x".repeat(20_000)).end();
    line.begin()
        .number("n", -1_203)
        .number("zero", 0)
        .number("most", Long.MAX_VALUE)
        .decimal("ms", 1_005, 1)
        .decimal("small", 7, 3)
        .hex("id", 0xABCL, 4)
        .flag("f", true)
        .nothing("no")
        .end();

    assertThat(text(line))
        .isEqualTo(
            "{\"n\":-1203,\"zero\":0,\"most\":9223372036854775807,\"ms\":100.5,\"small\":0.007,"
                + "\"id\":\"0abc\",\"f\":true,\"no\":null}\n");
  }

  @Test
  void the_python_style_has_spaces_and_nothing_but_ascii() {
    JsonLine line = new JsonLine(JsonLine.Style.PYTHON);
    line.begin().text("t", "你\u202E😀\u0001").number("n", 1).end();

    assertThat(new String(line.bytes(), 0, line.length(), US_ASCII))
        .isEqualTo("{\"t\": \"\\u4f60\\u202e\\ud83d\\ude00\\u0001\", \"n\": 1}\n");
  }

  private static int step(int codePoint) {
    return codePoint < 0x3000 ? 1 : 257;
  }

  private static JsonNode parse(JsonLine line) throws IOException {
    return JSON.readTree(text(line));
  }

  private static String text(JsonLine line) {
    return new String(line.bytes(), 0, line.length(), UTF_8);
  }
}
