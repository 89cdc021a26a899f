package dev.burnline.serve.engine;

import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** The tokens of one sequence of a {@link FakeModel}. */
final class FakeSequence implements Sequence {

  private final int capacity;
  private final Function<String, String> answers;
  private final Runnable onClose;
  private final int[] ids;
  private int length;
  private int promptLength;
  private int[] answer = {};
  private boolean spoiled;
  private boolean closed;

  FakeSequence(int capacity, Function<String, String> answers, Runnable onClose) {
    this.capacity = capacity;
    this.answers = answers;
    this.onClose = onClose;
    this.ids = new int[capacity];
  }

  boolean usable() {
    return !closed && !spoiled;
  }

  /** From now on nobody knows what it holds. */
  void spoil() {
    spoiled = true;
  }

  void append(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int id = tokens.id(i);
      ids[length++] = id;
      if (id == FakeCodec.ASK) {
        promptLength = length;
        answer = FakeCodec.bytes(answers.apply(prompt())).toArray();
      }
    }
  }

  int nextToken() {
    int position = length - promptLength;
    return position < answer.length ? answer[position] : FakeCodec.END;
  }

  String prompt() {
    int end = promptLength == 0 ? length : promptLength - 1;
    byte[] bytes = new byte[end];
    for (int i = 0; i < end; i++) {
      bytes[i] = (byte) ids[i];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(ids, length));
  }
}
