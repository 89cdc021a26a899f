package dev.burnline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreContentTest {

  private static final CountedKeys ASKED = counting("asked");
  private static final CountedKeys OTHER = counting("other");

  @Test
  void compacted_rows_win_over_the_stretches_they_were_made_of() {
    RollupFile compacted = compacted(extent("a", 0, 500, ASKED), extent("b", 0, 300, ASKED));
    RollupFile source = stretch("a", 0, 500, ASKED);
    RollupFile next = stretch("a", 500, 700, ASKED);

    assertThat(live(compacted, source, next)).containsExactlyInAnyOrder(compacted, next);
  }

  @Test
  void a_log_that_another_slo_file_had_read_again_and_farther_keeps_its_later_lines() {
    RollupFile compacted = compacted(extent("a", 0, 500, ASKED));
    RollupFile again = stretch("a", 0, 700, OTHER);

    assertThat(live(compacted, again)).containsExactly(again);
  }

  @Test
  void what_was_read_again_no_farther_leaves_compacted_rows_that_count_what_is_asked_for() {
    RollupFile compacted = compacted(extent("a", 0, 500, ASKED));
    RollupFile again = stretch("a", 0, 500, OTHER);

    assertThat(live(compacted, again)).containsExactly(compacted);
  }

  @Test
  void compacted_rows_stay_where_one_of_their_segments_has_no_other_file() {
    RollupFile compacted = compacted(extent("a", 0, 500, ASKED), extent("b", 0, 300, ASKED));
    RollupFile again = stretch("a", 0, 700, OTHER);

    assertThat(live(compacted, again)).containsExactly(compacted);
  }

  @Test
  void compacted_rows_stay_where_their_own_continuation_reaches_as_far() {
    RollupFile compacted = compacted(extent("a", 0, 500, ASKED));
    RollupFile next = stretch("a", 500, 700, ASKED);
    RollupFile again = stretch("a", 0, 700, OTHER);

    assertThat(live(compacted, next, again)).containsExactlyInAnyOrder(compacted, next);
  }

  @Test
  void rows_that_count_what_is_asked_for_replace_compacted_ones_that_do_not() {
    RollupFile compacted = compacted(extent("a", 0, 500, OTHER), extent("b", 0, 300, OTHER));
    RollupFile first = stretch("a", 0, 500, ASKED);
    RollupFile second = stretch("b", 0, 300, ASKED);

    assertThat(live(compacted, first, second)).containsExactlyInAnyOrder(first, second);
  }

  private static List<RollupFile> live(RollupFile... files) {
    return StoreContent.of(List.of(files), List.of(), ASKED).live();
  }

  private static CountedKeys counting(String counter) {
    return new CountedKeys(List.of(counter), List.of(), List.of());
  }

  private static RollupFile compacted(Extent... extents) {
    return file(FileNames.ofCompacted(List.of(extents)), extents);
  }

  private static RollupFile stretch(String segment, long start, long end, CountedKeys counted) {
    Extent extent = extent(segment, start, end, counted);
    return file(FileNames.ofStretch(extent), extent);
  }

  private static RollupFile file(String name, Extent... extents) {
    return new RollupFile(URI.create("file:///store/" + name), Stream.of(extents).toList());
  }

  private static Extent extent(String segment, long start, long end, CountedKeys counted) {
    return new Extent(
        segment.repeat(32),
        "app.log",
        start,
        end,
        counted,
        List.of(),
        new TreeMap<>(),
        0,
        0,
        0,
        null);
  }
}
