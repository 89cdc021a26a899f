package dev.burnline.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LandmarksTest {

  private static final int LINES = 60_000;

  @Test
  void an_empty_stretch_has_none() {
    assertThat(new Landmarks().list()).isEmpty();
    assertThat(new Landmarks().lastUpTo(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void the_pieces_in_which_a_log_was_read_change_nothing() {
    List<String> log = log(3);
    Landmarks whole = read(log, 0, LINES);
    Random random = new Random(4);
    Landmarks pieces = new Landmarks();
    int from = 0;
    while (from < LINES) {
      int to = Math.min(LINES, from + random.nextInt(3_000));
      Landmarks piece = read(log, from, to);
      pieces.append(random.nextBoolean() ? piece : new Landmarks(piece.list()));
      from = to;
    }

    assertThat(pieces.list()).isEqualTo(whole.list());
  }

  @Test
  void they_are_few_and_close_to_each_other_at_the_end() {
    List<String> log = log(5);
    long end = offset(log, LINES);
    Landmarks landmarks = read(log, 0, LINES);

    assertThat(landmarks.list().size()).isBetween(50, 200);
    assertThat(end - landmarks.lastUpTo(end).orElseThrow().end()).isLessThan(2_000);
    for (long back = 4_000; back < end; back += back / 3) {
      Landmark before = landmarks.lastUpTo(end - back).orElseThrow();
      assertThat(end - back - before.end())
          .as("%d from the end", back)
          .isLessThan(1_500 + back / 2);
    }
  }

  @Test
  void a_line_matches_itself_alone() {
    byte[] line = "{\"timestamp\":\"2026-11-22T00:00:00Z\"}".getBytes(UTF_8);
    Landmark landmark = Landmark.of(77, line, 0, line.length);
    byte[] other = line.clone();
    other[20] ^= 1;

    assertThat(landmark.end()).isEqualTo(77 + line.length);
    assertThat(landmark.matches(line)).isTrue();
    assertThat(landmark.matches(other)).isFalse();
    assertThat(landmark.matches(new byte[0])).isFalse();
  }

  private static Landmarks read(List<String> log, int from, int to) {
    Landmarks landmarks = new Landmarks();
    long offset = offset(log, from);
    for (String line : log.subList(from, to)) {
      byte[] bytes = ("xx" + line).getBytes(UTF_8);
      landmarks.line(bytes, 2, bytes.length - 2, offset);
      offset += line.length() + 1;
    }
    return landmarks;
  }

  private static long offset(List<String> log, int line) {
    return log.subList(0, line).stream().mapToLong(text -> text.length() + 1L).sum();
  }

  private static List<String> log(long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(i + "-" + "x".repeat(random.nextInt(random.nextInt(20) == 0 ? 5_000 : 400)));
    }
    return lines;
  }
}
