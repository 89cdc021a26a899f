package dev.burnline.slo.where;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedCountTest {

  /** Lines of one status and error type, of whose durations only buckets are known. */
  private record Known(List<SampleLine> lines) implements KnownRequests {

    @Override
    public long count() {
      return lines.size();
    }

    @Override
    public Optional<KnownText> text(LogField field) {
      return field == LogField.STATUS || field == LogField.ERROR_TYPE
          ? Optional.of(new KnownText(lines.get(0).text(field)))
          : Optional.empty();
    }

    /** Values up to 1 are one bucket, those above are another. */
    @Override
    public Optional<CountBounds> within(LogField field, NumberRange range) {
      if (field != LogField.DURATION_MS) {
        return Optional.empty();
      }
      return Optional.of(bucket(0, 1, range).plus(bucket(Math.nextUp(1.0), 1e300, range)));
    }

    private CountBounds bucket(double low, double high, NumberRange range) {
      long count =
          lines.stream()
              .mapToDouble(line -> line.number(LogField.DURATION_MS))
              .filter(value -> low <= value && value <= high)
              .count();
      long sure = range.containsAll(low, high) ? count : 0;
      long possible = range.containsAny(low, high) ? count : 0;
      return new CountBounds(sure, possible, (sure + possible) / 2.0, true);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theExactCountIsAlwaysBetweenTheBounds(long seed) throws WhereException {
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      RandomCondition condition = RandomCondition.make(random, 3);
      Where where = Where.parse(condition.write(random, 0));
      for (Known known : known(random)) {
        long exact =
            known.lines.stream()
                .filter(line -> Boolean.TRUE.equals(condition.valueOn(line)))
                .count();
        CountBounds bounds = where.bounds(known);
        assertThat(exact).as("%s", where).isBetween(bounds.atLeast(), bounds.atMost());
        CountBounds others = Where.always().unless(where).bounds(known);
        assertThat(known.count() - exact).isBetween(others.atLeast(), others.atMost());
        if (isAboutTexts(where)) {
          assertThat(bounds).as("%s", where).isEqualTo(CountBounds.exactly(exact));
        }
      }
    }
  }

  private static boolean isAboutTexts(Where where) {
    return where.fields().stream().allMatch(field -> field.type() == LogField.Type.TEXT);
  }

  private static List<Known> known(Random random) {
    List<SampleLine> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(RandomRelation.line(random));
    }
    Map<String, List<SampleLine>> outcomes =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.text(LogField.STATUS) + "/" + line.text(LogField.ERROR_TYPE)));
    return outcomes.values().stream().map(Known::new).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "duration_ms <= 1; 2; 2",
        "duration_ms < 1; 0; 2",
        "duration_ms > 0.5 and duration_ms <= 1; 0; 2",
        "duration_ms is not null and duration_ms <= 1; 2; 2",
        "duration_ms is null; 1; 1",
        "status = 'a' and duration_ms > 1; 3; 3",
        "status = 'b' and duration_ms > 1; 0; 0",
        "not (duration_ms <= 1); 3; 3",
        "duration_ms <= 1 or status = 'a'; 6; 6",
      })
  void boundsByHand(String text, long atLeast, long atMost) throws WhereException {
    List<SampleLine> lines = new ArrayList<>();
    for (double value : List.of(0.25, 1.0, 2.5, 2.5, 1000.0)) {
      lines.add(SampleLine.empty().with(LogField.STATUS, "a").with(LogField.DURATION_MS, value));
    }
    lines.add(SampleLine.empty().with(LogField.STATUS, "a"));
    CountBounds bounds = Where.parse(text).bounds(new Known(lines));

    assertThat(bounds.isTold()).isTrue();
    assertThat(List.of(bounds.atLeast(), bounds.atMost())).containsExactly(atLeast, atMost);
  }

  @Test
  void whatTellsNothingOfTheConditionIsSaid() throws WhereException {
    Known known = new Known(List.of(SampleLine.empty().with(LogField.STATUS, "a")));

    assertThat(Where.parse("http_status < 500").bounds(known).isTold()).isFalse();
    assertThat(Where.parse("status = 'b' and model = 'x'").bounds(known).isTold()).isTrue();
  }

  @Test
  void aCanonicalTextIsReadAgain() throws WhereException {
    Where where =
        Where.parse("status = 'it''s' or not stream = true")
            .unless(Where.parse("duration_ms > 1e-7 and model in ('b', 'a')"));

    assertThat(Where.ofCanonical(where.canonical())).isEqualTo(where);
    assertThat(Where.ofCanonical(where.canonical()).canonical()).isEqualTo(where.canonical());
  }
}
