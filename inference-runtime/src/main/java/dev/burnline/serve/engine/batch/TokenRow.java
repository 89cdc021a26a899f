package dev.burnline.serve.engine.batch;

import dev.burnline.serve.model.Tokens;
import java.util.Arrays;

/** A prompt and, behind it, the tokens of the answer as they are chosen. */
final class TokenRow {

  private int[] ids;
  private int size;

  TokenRow(Tokens prompt) {
    size = prompt.size();
    ids = Arrays.copyOf(prompt.toArray(), size + 64);
  }

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size + size / 2);
    }
    ids[size++] = id;
  }

  int size() {
    return size;
  }

  Tokens slice(int from, int to) {
    return to - from == 1 ? Tokens.of(ids[from]) : Tokens.of(Arrays.copyOfRange(ids, from, to));
  }
}
