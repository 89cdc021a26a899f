package dev.burnline.slo.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.burnline.scan.LogField;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

  private static final List<LogField> FIELDS =
      List.of(LogField.ERROR_TYPE, LogField.MODEL, LogField.TENANT);

  @Test
  void everyLineIsInOneCaseOfTheConditionsThatItMeetsAndInNoneOfOthers() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      Where total = Where.parse(condition(random, 3));
      Where bad = Where.parse(condition(random, 3));
      Where good = total.unless(bad);
      for (Where where : List.of(total, good, total.and(bad))) {
        checkEveryLine(where, Cases.of(where));
      }
      assertThat(Cases.of(total).without(Cases.of(good)).without(Cases.of(bad)).list()).isEmpty();
    }
  }

  private static void checkEveryLine(Where where, Cases cases) {
    List<String> values = List.of("", "a", "b", "c", "other");
    for (int code = 0; code < 125; code++) {
      List<String> texts =
          List.of(values.get(code % 5), values.get(code / 5 % 5), values.get(code / 25));
      SampleLine line = SampleLine.empty();
      for (int f = 0; f < FIELDS.size(); f++) {
        if (!texts.get(f).isEmpty()) {
          line.with(FIELDS.get(f), texts.get(f));
        }
      }
      long in = cases.list().stream().filter(one -> isIn(one, line)).count();
      if (in != (where.predicate().test(line) ? 1 : 0)) {
        fail("%s is in %d cases of %s: %s".formatted(line, in, where, cases));
      }
    }
  }

  private static boolean isIn(Case one, SampleLine line) {
    return one.texts().entrySet().stream()
        .allMatch(
            entry ->
                entry
                    .getValue()
                    .contains(Objects.requireNonNullElse(line.text(entry.getKey()), "")));
  }

  private static String condition(Random random, int depth) {
    int choice = depth == 0 ? 3 : random.nextInt(6);
    return switch (choice) {
      case 0, 1 ->
          IntStream.range(0, 2 + random.nextInt(2))
              .mapToObj(i -> condition(random, depth - 1))
              .collect(Collectors.joining(choice == 0 ? " and " : " or ", "(", ")"));
      case 2 -> "not (" + condition(random, depth - 1) + ")";
      default -> {
        String field = FIELDS.get(random.nextInt(FIELDS.size())).key();
        yield field
            + List.of(
                    " = 'a'",
                    " <> 'b'",
                    " in ('a', 'c')",
                    " not in ('b', 'c')",
                    " is null",
                    " is not null")
                .get(random.nextInt(6));
      }
    };
  }

  @Test
  void whatTheContractCallsValidIsOneCase() throws Exception {
    Where where = Where.parse("error_type is null or error_type not in ('validation','shutdown')");

    assertThat(Cases.of(where).list())
        .singleElement()
        .extracting(one -> one.texts().get(LogField.ERROR_TYPE))
        .isEqualTo(new Texts(true, List.of("shutdown", "validation")));
  }

  @Test
  void statusAndServiceAreNeverAbsent() throws Exception {
    assertThat(Cases.of(Where.parse("status is null or service is null")).list()).isEmpty();
    assertThat(Cases.of(Where.parse("status <> 'success'")).list().get(0).texts())
        .containsEntry(LogField.STATUS, new Texts(true, List.of("success")));
  }

  @Test
  void aValueThatEveryLineCarriesMayBeAskedFor() throws Exception {
    Where where = Where.parse("duration_ms is not null and (status = 'a' or duration_ms is null)");

    assertThat(Cases.of(where, LogField.DURATION_MS))
        .isEqualTo(Cases.of(Where.parse("status = 'a'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "input_tokens > 5   | 'input_tokens > 5' compares by order, and only =, <>, in and is null"
            + " tell cases apart",
        "http_status = 500  | 'http_status' is a number",
        "ttft_ms is null    | 'ttft_ms' is a number",
        "stream = true      | 'stream' is true or false",
        "model < 'm'        | 'model < 'm'' compares by order, and only =, <>, in and is null tell"
            + " cases apart",
        "model in ('a', '') | 'model' is compared with the empty text, which cannot be told from an"
            + " absent field",
      })
  void whatIsNoTextHasNoCases(String condition, String message) {
    assertThatThrownBy(() -> Cases.of(Where.parse(condition)))
        .isInstanceOf(NoCasesException.class)
        .hasMessage(message);
  }

  @Test
  void aConditionThatWouldFallIntoThousandsOfCasesIsRefused() {
    String hostile =
        IntStream.range(0, 300)
            .mapToObj(i -> "model = 'm%d' and tenant = 't%d'".formatted(i, i))
            .collect(Collectors.joining(" or "));

    assertThatThrownBy(() -> Cases.of(Where.parse(hostile)))
        .isInstanceOf(NoCasesException.class)
        .hasMessage("it falls into more than 200 cases");
  }

  @Test
  void aCanonicalTextReadsAsTheSameConditionAlsoWhenItNamesBadEvents() throws Exception {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      Where total = Where.parse(condition(random, 2));
      Where good = total.unless(Where.parse(condition(random, 2)));

      assertThat(Where.ofCanonical(good.canonical())).isEqualTo(good);
      assertThat(total.and(good.beyond(total))).isEqualTo(good);
    }
    assertThatThrownBy(() -> Where.parse("(model = 'a') is not true"))
        .isInstanceOf(WhereException.class);
  }
}
