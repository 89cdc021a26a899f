package dev.burnline.serve.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many tokens a text has at least: as many as it takes to cover it if each covered as much as
 * any token can there. The merges are not looked at, so a tokenizer can only need more; this is
 * quicker by far. Thread-safe.
 */
final class FewestTokens {

  private static final int BYTES = 256;
  private static final long MOST_BYTES_OF_A_CHAR = 3;

  private final TokenTree tokens;
  private final boolean composes;

  private FewestTokens(TokenTree tokens, boolean composes) {
    this.tokens = tokens;
    this.composes = composes;
  }

  /**
   * Reads a tokenizer.
   *
   * @param tokenizer tokenizer.json
   * @return empty when the tokenizer may change or drop text in a way that is not known here
   */
  static Optional<FewestTokens> of(JsonNode tokenizer) {
    List<byte[]> tokens = new ArrayList<>();
    boolean[] single = new boolean[BYTES];
    for (Map.Entry<String, JsonNode> entry : tokenizer.path("model").path("vocab").properties()) {
      Optional<byte[]> bytes = ByteAlphabet.bytes(entry.getKey());
      if (bytes.isPresent() && bytes.get().length > 0) {
        tokens.add(bytes.get());
        single[bytes.get()[0] & 0xff] |= bytes.get().length == 1;
      }
    }
    for (boolean is : single) {
      if (!is) {
        return Optional.empty();
      }
    }
    List<String> normalizers = types(tokenizer.path("normalizer"), "normalizers");
    boolean keepsText =
        normalizers.stream().allMatch("NFC"::equals)
            && tokenizer.path("pre_tokenizer").findValuesAsText("add_prefix_space").stream()
                .noneMatch("true"::equals)
            && tokenizer.path("pre_tokenizer").findValuesAsText("behavior").stream()
                .noneMatch("Removed"::equals)
            && types(tokenizer.path("pre_tokenizer"), "pretokenizers").stream()
                .allMatch(List.of("ByteLevel", "Split", "Digits")::contains);
    return keepsText
        ? TokenTree.of(tokens).map(tree -> new FewestTokens(tree, !normalizers.isEmpty()))
        : Optional.empty();
  }

  private static List<String> types(JsonNode part, String list) {
    if (part.isNull() || part.isMissingNode()) {
      return List.of();
    }
    if (!part.path("type").asText().equals("Sequence")) {
      return List.of(part.path("type").asText());
    }
    List<String> types = new ArrayList<>();
    part.path(list).forEach(each -> types.addAll(types(each, list)));
    return types;
  }

  /**
   * Returns a number that the tokens of the text are not below.
   *
   * @param enough where counting stops: the number is at most one more
   */
  int of(String text, int enough) {
    long most = text.length() * MOST_BYTES_OF_A_CHAR;
    if (most <= enough) {
      return 0; // As nearly every text: no token is shorter than a byte.
    }
    if (!composes) {
      return of(text.getBytes(UTF_8), enough);
    }
    // A character that is newer than this Java may be one that is composed.
    boolean known = text.codePoints().allMatch(Character::isDefined);
    return known ? of(Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(UTF_8), enough) : 0;
  }

  private int of(byte[] text, int enough) {
    int count = 0;
    int before = -1;
    int covered = 0;
    while (covered < text.length && count <= enough) {
      int further = covered;
      // The next token begins where those before it can end, or earlier if that brings more.
      for (int from = covered; from > before && from + tokens.longest() > further; from--) {
        further = Math.max(further, from + tokens.longestAt(text, from));
      }
      count++;
      before = covered;
      covered = further;
    }
    return count;
  }
}
