package dev.burnline.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Decides whether a line can be used; the checks stand in the order in which they apply. */
final class LineJudge {

  private static final int MOST_BYTES = 1_048_576;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  JudgedLine judge(byte[] line) {
    if (line.length > MOST_BYTES) {
      return new JudgedLine.Unusable("too_long");
    }
    for (byte b : line) {
      if (b == 0) {
        return new JudgedLine.Unusable("nul_bytes");
      }
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(line))
              .toString();
    } catch (CharacterCodingException e) {
      return new JudgedLine.Unusable("invalid_utf8");
    }
    JsonNode value;
    try {
      value = json.readTree(text);
    } catch (JsonProcessingException e) {
      return new JudgedLine.Unusable("broken_json");
    }
    return value instanceof ObjectNode object
        ? judge(object)
        : new JudgedLine.Unusable("not_an_object");
  }

  private static JudgedLine judge(ObjectNode object) {
    JsonNode timestamp = object.path("timestamp");
    if (timestamp.isMissingNode() || timestamp.isNull()) {
      return new JudgedLine.Unusable("no_timestamp");
    }
    OptionalLong millis =
        timestamp.isTextual() ? LogTime.millisOf(timestamp.textValue()) : OptionalLong.empty();
    if (millis.isEmpty()) {
      return new JudgedLine.Unusable("bad_timestamp");
    }
    JsonNode duration = object.path("duration_ms");
    if (duration.isNumber()
        && (duration.doubleValue() < 0 || !Double.isFinite(duration.doubleValue()))) {
      return new JudgedLine.Unusable("bad_duration");
    }
    return new JudgedLine.Usable(object, millis.getAsLong());
  }
}
