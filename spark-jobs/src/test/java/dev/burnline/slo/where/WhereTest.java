package dev.burnline.slo.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.burnline.scan.LogField;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {

  @Test
  void anyConditionAgreesWithTheTruthTablesHoweverItIsWritten() throws WhereException {
    Random random = new Random(20261122);
    for (int i = 0; i < 1500; i++) {
      RandomCondition condition = RandomCondition.make(random, 4);
      String text = condition.write(random, 0);
      Where where = Where.parse(text);

      assertThat(Where.parse(condition.write(random, 0)).canonical()).isEqualTo(where.canonical());
      Where again = Where.parse(where.canonical());
      assertThat(again.canonical()).isEqualTo(where.canonical());
      for (int j = 0; j < 12; j++) {
        SampleLine line = RandomRelation.line(random);
        boolean expected = Boolean.TRUE.equals(condition.valueOn(line));
        if (where.predicate().test(line) != expected || again.predicate().test(line) != expected) {
          fail("%s must be %s on %s".formatted(text, expected, line));
        }
      }
    }
  }

  @Test
  void bothConditionsOrOneWithoutTheOtherFollowTheTruthTablesToo() throws WhereException {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      RandomCondition left = RandomCondition.make(random, 2);
      RandomCondition right = RandomCondition.make(random, 2);
      Where first = Where.parse(left.write(random, 0));
      Where second = Where.parse(right.write(random, 0));
      SampleLine line = RandomRelation.line(random);
      boolean isLeft = Boolean.TRUE.equals(left.valueOn(line));
      boolean isRight = Boolean.TRUE.equals(right.valueOn(line));

      if (first.and(second).predicate().test(line) != (isLeft && isRight)
          || first.unless(second).predicate().test(line) != (isLeft && !isRight)) {
        fail("%s with %s on %s".formatted(first, second, line));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "status='success'                    | status = 'success'",
        "NOT status = 'x'                    | not status = 'x'",
        "not (status in ('b','a','b'))       | status not in ('a', 'b')",
        "not status is null                  | status is not null",
        "status is not null                  | status is not null",
        "(status = 'a' or status = 'b') and duration_ms < 1e3"
            + " | (status = 'a' or status = 'b') and duration_ms < 1000",
        "status = 'a' or (status = 'b' and duration_ms < 1)"
            + " | status = 'a' or status = 'b' and duration_ms < 1",
        "status = 'a' and (status = 'b' and (stream = TRUE))"
            + " | status = 'a' and status = 'b' and stream = true",
        "not (status = 'a' and stream = true) | not (status = 'a' and stream = true)",
        "not not true                        | not not true",
        "error_message = 'it''s'             | error_message = 'it''s'",
        "seed = -0.0                         | seed = 0",
        "top_p >= .5                         | top_p >= 0.5",
        "seed = -1.50e2                      | seed = -150",
        "seed = 123456789012345678           | seed = 1.2345678901234568E+17",
        "top_p = 1e-7                        | top_p = 0.0000001",
        "http_status in (500, 499.5)         | http_status in (499.5, 500)",
      })
  void theCanonicalTextHasOneSpelling(String text, String canonical) throws WhereException {
    assertThat(Where.parse(text).canonical()).isEqualTo(canonical);
  }

  @Test
  void theContractsConditionCountsRequestsWithoutAnErrorType() throws WhereException {
    Where where = Where.parse("error_type is null or error_type not in ('validation','shutdown')");

    assertThat(where.fields()).containsExactly(LogField.ERROR_TYPE);
    assertThat(where.predicate().test(SampleLine.empty())).isTrue();
    assertThat(where.predicate().test(SampleLine.empty().with(LogField.ERROR_TYPE, "cuda_oom")))
        .isTrue();
    assertThat(where.predicate().test(SampleLine.empty().with(LogField.ERROR_TYPE, "validation")))
        .isFalse();
  }

  @Test
  void anAbsentFieldMeetsNeitherAComparisonNorItsOpposite() throws WhereException {
    assertThat(Where.parse("duration_ms > 5").predicate().test(SampleLine.empty())).isFalse();
    assertThat(Where.parse("not duration_ms > 5").predicate().test(SampleLine.empty())).isFalse();
    assertThat(Where.parse("tenant <> 'a'").predicate().test(SampleLine.empty())).isFalse();
    assertThat(Where.parse("tenant not in ('a')").predicate().test(SampleLine.empty())).isFalse();
  }
}
