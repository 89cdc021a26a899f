package dev.burnline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of an installation against a plain list of what was written. */
class EveryLineCountsOnceTest {

  private static final long LIVES = Long.getLong("burnline.trust.lives", 2_000);
  private static final long FIRST_SEED = Long.getLong("burnline.trust.firstSeed", 1_000);

  private static final int MOST_PROBLEMS = 3;

  @TempDir Path folder;

  /** Seeds that once found something. */
  @ParameterizedTest
  @ValueSource(longs = {1491, 1703, 2116})
  void whatever_once_went_wrong_does_not_any_more(long seed) {
    assertThat(problemOf(seed)).isEmpty();
  }

  @Test
  void in_every_life_every_line_counts_once() {
    List<String> problems =
        LongStream.range(FIRST_SEED, FIRST_SEED + LIVES)
            .parallel()
            .mapToObj(this::problemOf)
            .flatMap(Optional::stream)
            .limit(MOST_PROBLEMS)
            .toList();

    assertThat(problems).isEmpty();
  }

  private Optional<String> problemOf(long seed) {
    Path home = folder.resolve("life-" + seed);
    RandomLife life;
    try {
      life = new RandomLife(home, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      life.live();
      return Optional.empty();
    } catch (AssertionError | IOException | RuntimeException e) {
      return Optional.of(
          "seed %d: %s%n  %s%n%s"
              .formatted(seed, e, life.story(), Stream.of(e.getStackTrace()).limit(12).toList()));
    } finally {
      deleteAll(home);
    }
  }

  private static void deleteAll(Path home) {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
