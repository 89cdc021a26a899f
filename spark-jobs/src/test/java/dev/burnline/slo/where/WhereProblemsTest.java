package dev.burnline.slo.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          durations > 5 | unknown field 'durations', the nearest known one is 'duration_ms', at character 1
          status = 'a' and eror_type = 'x' | unknown field 'eror_type', the nearest known one is 'error_type', at character 18
          timestamp > 5 | 'timestamp' is a time, and times cannot be used in a condition, at character 1
          received_at is null | 'received_at' is a time, and times cannot be used in a condition, at character 1
          duration_ms = 'fast' | 'duration_ms' is a number and cannot be compared with text 'fast', at character 15
          status = 200 | 'status' is text and cannot be compared with number 200, at character 10
          status in ('a', 200) | 'status' is text and cannot be compared with number 200, at character 17
          stream = 1 | 'stream' is true or false and cannot be compared with number 1, at character 10
          stream < true | 'stream' is true or false and has no order, use = or <> instead of <, at character 8
          status = success | expected a value, found 'success', text stands in single quotes, at character 10
          status = null | nothing compares with null, write 'is null' or 'is not null', at character 10
          status != 'a' | '!=' is not an operator, write <>, at character 8
          status = "a" | " does not quote text, write '…', at character 10
          status = 'a | the text that begins here has no closing ', at character 10
          status == 'a' | expected a value, found '=', at character 9
          duration_ms < 10ms | '10ms' is not a number, a number carries no unit, at character 15
          duration_ms < 1e999 | number 1e999 is too big, at character 15
          5 < duration_ms | expected a field, found number 5, at character 1
          'a' = status | expected a field, found text 'a', at character 1
          duration_ms | expected an operator, 'in', 'not in' or 'is' after 'duration_ms', found the end, at character 12
          status like 'a%' | expected an operator, 'in', 'not in' or 'is' after 'status', found 'like', at character 8
          status not like 'a' | expected 'in', found 'like', at character 12
          status in () | expected a value, found ')', at character 12
          status in 'a' | expected '(' and the values, found text 'a', at character 11
          status in ('a' 'b') | expected ',' or ')', found text 'b', at character 16
          status is 'a' | expected 'null', found text 'a', at character 11
          (status = 'a' | expected closing parenthesis ')', found the end, at character 14
          status = 'a') | expected 'and', 'or' or the end, found ')', at character 13
          status = 'a' and | expected a field, found the end, at character 17
          status = 'a' status = 'b' | expected 'and', 'or' or the end, found 'status', at character 14
          and status = 'a' | expected a field, found 'and', at character 1
          status = 'a'; drop | unexpected ';', at character 13
          duration_ms - 5 | unexpected '-', at character 13
          ttft_ms < duration_ms | expected a value, found 'duration_ms', text stands in single quotes, at character 11
          """)
  void aProblemSaysWhatAndWhere(String text, String message) {
    assertThatThrownBy(() -> Where.parse(text))
        .isInstanceOf(WhereException.class)
        .hasMessage(message);
  }

  @Test
  void anEmptyConditionIsNone() {
    assertThatThrownBy(() -> Where.parse(" \n"))
        .hasMessage("the condition is empty, at character 1");
  }

  @Test
  void nestingHasALimitInsteadOfAStackOverflow() throws WhereException {
    assertThat(Where.parse("(".repeat(200) + "true" + ")".repeat(200)).canonical())
        .isEqualTo("true");
    for (String opening : new String[] {"(", "not ", "not("}) {
      WhereException problem =
          catchThrowableOfType(
              WhereException.class, () -> Where.parse(opening.repeat(10_000) + "true"));

      assertThat(problem).hasMessageStartingWith("nested more than 200 levels deep");
    }
  }

  @Test
  void longConditionsAreReadInOneGo() throws WhereException {
    String longText = "x".repeat(500_000);
    String text = "status = '" + longText + "'" + " or status = 'a'".repeat(20_000);

    assertThat(Where.parse(text).predicate().test(SampleLine.empty())).isFalse();
  }

  @Test
  void theExceptionKnowsThePosition() {
    WhereException problem =
        catchThrowableOfType(WhereException.class, () -> Where.parse("stream = 1"));

    assertThat(problem.position()).isEqualTo(10);
  }
}
