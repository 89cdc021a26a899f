package dev.burnline.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  private static final int BUFFER = 1 << 18;
  private static final int MAX = LineReader.MAX_LINE_BYTES;

  /** A line as a reader tells of it; the hash stands for its bytes. */
  private record Line(long offset, long bytes, boolean tooLong, int hash) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void lines_are_cut_alike_however_the_stream_hands_them_out(long seed) throws IOException {
    Random random = new Random(seed);
    int[] lengths = {
      0, 1, 500, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, MAX - 1, MAX, MAX + 1, 3 * MAX + 7
    };
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int i = 0; i < 25; i++) {
      byte[] line = new byte[lengths[random.nextInt(lengths.length)]];
      Arrays.fill(line, (byte) ('a' + i));
      content.writeBytes(line);
      content.write('\n');
    }
    content.writeBytes("not a line yet".getBytes(US_ASCII));
    byte[] bytes = content.toByteArray();
    long offset = random.nextInt(1000);

    LineReader reader = new LineReader(new Chunks(bytes, random), offset);

    assertThat(read(reader)).isEqualTo(expected(bytes, offset));
    assertThat(reader.endOffset()).isEqualTo(offset + bytes.length - "not a line yet".length());
    assertThat(reader.next()).as("still at the end").isFalse();
  }

  @Test
  void a_line_of_one_mebibyte_is_the_longest() throws IOException {
    LineReader reader = reader("x".repeat(MAX) + "\n" + "y".repeat(MAX + 1) + "\nz\n");

    assertThat(reader.next()).isTrue();
    assertThat(reader.tooLong()).isFalse();
    assertThat(reader.length()).isEqualTo(MAX);
    assertThat(reader.next()).isTrue();
    assertThat(reader.tooLong()).isTrue();
    assertThat(reader.length()).isZero();
    assertThat(reader.offset()).isEqualTo(MAX + 1);
    assertThat(reader.bytes()).isEqualTo(MAX + 2);
    assertThat(reader.next()).isTrue();
    assertThat(reader.tooLong()).isFalse();
    assertThat(reader.buffer()[reader.start()]).isEqualTo((byte) 'z');
  }

  @Test
  void a_line_without_end_that_is_too_long_is_no_line_and_takes_no_memory() throws IOException {
    LineReader reader = new LineReader(new Endless(50L * MAX), 0);

    assertThat(reader.next()).isFalse();
    assertThat(reader.endOffset()).isZero();
    assertThat(reader.buffer().length).isLessThanOrEqualTo(4 * MAX);
  }

  @Test
  void nothing_has_no_line() throws IOException {
    LineReader reader = reader("");

    assertThat(reader.next()).isFalse();
    assertThat(reader.endOffset()).isZero();
  }

  @Test
  void a_stream_that_breaks_off_leaves_the_end_of_the_last_complete_line() throws IOException {
    InputStream broken =
        new InputStream() {
          private final InputStream start =
              new ByteArrayInputStream("one\ntwo\nthr".getBytes(US_ASCII));

          @Override
          public int read() throws IOException {
            int next = start.read();
            if (next < 0) {
              throw new IOException("disk on fire");
            }
            return next;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            into[from] = (byte) read();
            return 1;
          }
        };
    LineReader reader = new LineReader(broken, 100);

    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("disk on fire");
    assertThat(reader.endOffset()).isEqualTo(108);
  }

  private static LineReader reader(String content) {
    return new LineReader(new ByteArrayInputStream(content.getBytes(US_ASCII)), 0);
  }

  private static List<Line> read(LineReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    while (reader.next()) {
      byte[] bytes =
          Arrays.copyOfRange(reader.buffer(), reader.start(), reader.start() + reader.length());
      lines.add(
          new Line(reader.offset(), reader.bytes(), reader.tooLong(), Arrays.hashCode(bytes)));
    }
    return lines;
  }

  private static List<Line> expected(byte[] content, long offset) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        boolean tooLong = i - start > MAX;
        byte[] kept = tooLong ? new byte[0] : Arrays.copyOfRange(content, start, i);
        lines.add(new Line(offset + start, i + 1L - start, tooLong, Arrays.hashCode(kept)));
        start = i + 1;
      }
    }
    return lines;
  }

  /** Hands out as many bytes at a time as chance will have it. */
  private static final class Chunks extends ByteArrayInputStream {

    private final Random random;

    Chunks(byte[] content, Random random) {
      super(content);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) {
      int most = random.nextBoolean() ? length : 1 + random.nextInt(BUFFER);
      return super.read(into, from, Math.min(length, most));
    }
  }

  /** That many bytes without a line end. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int read = (int) Math.min(length, left);
      Arrays.fill(into, from, from + read, (byte) 'x');
      left -= read;
      return read == 0 ? -1 : read;
    }
  }
}
