package dev.burnline.serve.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.event.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON strictly: valid UTF-8, no key twice, nothing after the end, bounded in depth. A byte
 * order mark, which some clients write, is passed over.
 */
final class JsonBody {

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_DIGITS = 64;
  private static final int MAX_NAME_CHARS = 256;

  /** A value takes some hundred times the memory of its shortest text. */
  private static final int MAX_TOKENS = 100_000;

  private static final ObjectReader READER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_DIGITS)
                          .maxNameLength(MAX_NAME_CHARS)
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonBody() {}

  /**
   * Returns the object that these bytes are.
   *
   * @param body bytes in memory
   */
  static ObjectNode parse(InputStream body) throws ApiException {
    JsonNode tree;
    try {
      tree = READER.readTree(text(body));
    } catch (JacksonException e) {
      throw malformed(Shown.of(e.getOriginalMessage()) + place(e));
    } catch (CharacterCodingException e) {
      throw malformed("it is not valid UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    if (tree == null || tree.isMissingNode()) {
      throw malformed("it is empty");
    }
    if (!(tree instanceof ObjectNode object)) {
      throw malformed("it is not an object");
    }
    return object;
  }

  /** A new decoder refuses what is not UTF-8, where Jackson's own takes some of it. */
  private static Reader text(InputStream body) throws IOException {
    PushbackReader text =
        new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static ApiException malformed(String why) {
    return ApiException.of(
        400, ErrorType.MALFORMED_JSON, "the body cannot be read as a JSON object: " + why);
  }
}
