package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDifferenceTest {

  private final JsonMapper json = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'requests':5}          | {'requests':5.0,'new':1}",
        "{'p95':1000}            | {'p95':1004.9}",
        "{'p95_ms':1000}         | {'p95_ms':995.1}",
        "{'error_rate':0.1}      | {'error_rate':0.10000000000000002}",
        "{'burn_rates':{'5m':3}} | {'burn_rates':{'5m':3.0000000000000004}}",
        "{'remaining_ratio':0}   | {'remaining_ratio':1e-16}",
        "{'status_counts':{'a':1}} | {'status_counts':{'a':1,'b':0}}",
        "{'services':[{'service':'a'},{'service':'b'}]} |"
            + " {'services':[{'service':'b'},{'service':'a'}]}",
        "{'name':'p95_latency_ms','value':100,'threshold':100.2,'comparison':'>','breached':false}"
            + " | {'name':'p95_latency_ms','value':100.4,'threshold':100.2,'comparison':'>','breached':true}"
      })
  void what_the_contract_allows_is_no_difference(String expected, String actual) {
    assertThat(between(expected, actual)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'requests':5}      | {'requests':6}       | /requests expected 5 (exactly), was 6",
        "{'requests':5}      | {'requests':null}    | /requests expected 5, was null",
        "{'a':{'requests':5}} | {'a':{}}            | /a/requests is missing, expected 5",
        "{'mean':0.1}        | {'mean':0.10000000000000002} | /mean expected 0.1 (exactly), was"
            + " 0.10000000000000002",
        "{'p95':1000}        | {'p95':1005.1}       | /p95 expected 1000 (within 0.5 %), was"
            + " 1005.1",
        "{'p50':0}           | {'p50':0.1}          | /p50 expected 0 (within 0.5 %), was 0.1",
        "{'sli':0.5}         | {'sli':0.50000000001} | /sli expected 0.5 (within 1e-12 relative),"
            + " was 0.50000000001",
        "{'status':'HEALTHY'} | {'status':'BURNING'} | /status expected \"HEALTHY\", was"
            + " \"BURNING\"",
        "{'error_types':{}}  | {'error_types':{'x':2}} | /error_types/x expected 0, was 2",
        "{'gpus':[{'gpu':0}]} | {'gpus':[{'gpu':1}]} | /gpus/0 is missing, expected {\"gpu\":0}",
        "{'per_minute':[]}   | {'per_minute':[1]}   | /per_minute expected 0 entries, were 1: [1]",
        "{'kpis':[{'name':'error_rate','value':1,'comparison':'>'}]} |"
            + " {'kpis':[{'name':'error_rate','value':2,'comparison':'>'}]} |"
            + " /kpis/0/value(error_rate) expected 1 (within 1e-12 relative), was 2"
      })
  void everything_else_is_told_with_its_place(String expected, String actual, String difference) {
    assertThat(between(expected, actual)).containsExactly(difference);
  }

  @Test
  void at_most_fifty_differences_are_told() {
    String expected = "{'a':[" + "1,".repeat(99) + "1]}";

    assertThat(between(expected, expected.replace('1', '2'))).hasSize(50);
  }

  private List<String> between(String expected, String actual) {
    return ReportDifference.between(read(expected), read(actual));
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }
}
