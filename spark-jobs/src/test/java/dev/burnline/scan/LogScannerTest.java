package dev.burnline.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogScannerTest {

  private static final String GOOD = "{\"timestamp\":\"2026-11-22T10:00:00Z\"}";

  private final LogScanner scanner = new LogScanner(Set.of());
  private final Heard heard = new Heard();

  @Test
  void usable_and_unusable_lines_come_with_their_place_and_bytes() throws IOException {
    long end = scan(GOOD + "\nbroken\r\n" + GOOD + "\r\nno end", 0, Long.MAX_VALUE);

    assertThat(heard.events)
        .containsExactly("usable, 37 bytes", "broken_json at 37, 8 bytes", "usable, 38 bytes");
    assertThat(end).isEqualTo(83);
  }

  @Test
  void blank_lines_are_no_lines() throws IOException {
    long end = scan("\n \t \r\n\r\n" + GOOD + "\n\n", 0, Long.MAX_VALUE);

    assertThat(heard.events).containsExactly("usable, 37 bytes");
    assertThat(end).isEqualTo(46);
  }

  @Test
  void a_byte_order_mark_is_not_counted_at_the_start_of_a_file_and_harmless_elsewhere()
      throws IOException {
    scan("\ufeff" + GOOD + "\n\ufeff" + GOOD + "\n", 0, Long.MAX_VALUE);

    assertThat(heard.events).containsExactly("usable, 37 bytes", "usable, 40 bytes");
  }

  @Test
  void a_line_that_begins_before_the_end_of_a_split_belongs_to_it() throws IOException {
    String lines = GOOD + "\n" + GOOD + "\n" + GOOD + "\n";

    assertThat(scan(lines, 1000, 1037)).isEqualTo(1037);
    assertThat(scan(lines, 1000, 1038)).isEqualTo(1074);
    assertThat(heard.events).hasSize(3);
  }

  @Test
  void a_stream_that_breaks_off_tells_how_far_it_was_read() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream((GOOD + "\n{\"time").getBytes(UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Unexpected end of ZLIB input stream");
              }

              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                return read();
              }
            });

    assertThatThrownBy(() -> scanner.scan(broken, 0, Long.MAX_VALUE, heard))
        .isInstanceOfSatisfying(ScanException.class, e -> assertThat(e.endOffset()).isEqualTo(37))
        .hasMessage("Unexpected end of ZLIB input stream");
    assertThat(heard.events).containsExactly("usable, 37 bytes");
  }

  private long scan(String content, long start, long end) throws IOException {
    return scanner.scan(new ByteArrayInputStream(content.getBytes(UTF_8)), start, end, heard);
  }

  private static final class Heard implements LineSink {

    private final List<String> events = new ArrayList<>();

    @Override
    public void accept(LogLine line, long bytes) {
      events.add("usable, %d bytes".formatted(bytes));
    }

    @Override
    public void reject(Unusable reason, long offset, long bytes) {
      events.add("%s at %d, %d bytes".formatted(reason.key(), offset, bytes));
    }
  }
}
