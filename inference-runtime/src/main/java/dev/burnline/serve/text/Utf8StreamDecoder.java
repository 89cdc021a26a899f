package dev.burnline.serve.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.serve.model.StreamDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Puts the bytes of tokens together, and lets go of a character only when it is whole. */
final class Utf8StreamDecoder implements StreamDecoder {

  private static final int LONGEST_CHARACTER = 4;

  private final Vocabulary vocabulary;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] kept = {};

  Utf8StreamDecoder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String next(int token) {
    return decode(vocabulary.bytes(token), false);
  }

  @Override
  public String end() {
    String text = decode(new byte[0], true);
    decoder.reset();
    return text;
  }

  private String decode(byte[] more, boolean last) {
    ByteBuffer in = ByteBuffer.allocate(kept.length + more.length).put(kept).put(more).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + LONGEST_CHARACTER);
    decoder.decode(in, out, last);
    if (last) {
      decoder.flush(out);
    }
    kept = new byte[in.remaining()];
    in.get(kept);
    return out.flip().toString();
  }
}
