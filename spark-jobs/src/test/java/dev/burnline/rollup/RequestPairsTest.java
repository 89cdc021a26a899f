package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPairsTest {

  @Test
  void a_request_that_was_received_and_not_finished_is_open_since_its_receipt() {
    RequestPairs pairs = new RequestPairs();
    pairs.received("chat", "r1", 100);
    pairs.received("chat", "r2", 101);
    pairs.finished("chat", "r1", true);

    assertThat(pairs.open().values()).containsExactly(101);
  }

  @Test
  void the_same_id_of_another_service_is_another_request() {
    RequestPairs pairs = new RequestPairs();
    pairs.received("chat", "r1", 100);
    pairs.finished("code", "r1", true);

    assertThat(pairs.open()).hasSize(1);
    assertThat(pairs.finished()).hasSize(1);
  }

  @Test
  void lines_in_the_wrong_order_are_a_pair_too() {
    RequestPairs pairs = new RequestPairs();
    pairs.finished("chat", "r1", true);
    pairs.received("chat", "r1", 100);

    assertThat(pairs.open()).isEmpty();
  }

  @Test
  void a_receipt_that_is_written_again_opens_nothing() {
    RequestPairs pairs = new RequestPairs();
    pairs.received("chat", "r1", 100);
    pairs.finished("chat", "r1", true);
    pairs.received("chat", "r1", 100);

    assertThat(pairs.open()).isEmpty();
  }

  @Test
  void writers_that_announce_nothing_cost_nothing() {
    RequestPairs pairs = new RequestPairs();
    for (int i = 0; i < 1000; i++) {
      pairs.finished("chat", "r" + i, false);
    }

    assertThat(pairs.finished()).isEmpty();
  }

  @Test
  void halves_find_each_other_across_a_border_in_either_order() {
    RequestPairs first = new RequestPairs();
    first.received("chat", "r1", 100);
    first.received("chat", "r2", 100);
    RequestPairs second = new RequestPairs();
    second.finished("chat", "r1", true);

    assertThat(sum(first, second).open()).hasSize(1);
    assertThat(sum(second, first).open()).hasSize(1);
  }

  @Test
  void a_request_that_ended_before_a_border_is_known_behind_it() {
    RequestPairs before = new RequestPairs();
    before.received("chat", "r1", 100);
    before.finished("chat", "r1", true);
    before.tellNeighbours();
    RequestPairs behind = new RequestPairs();
    behind.received("chat", "r1", 101);

    assertThat(sum(before, behind).open()).isEmpty();
    assertThat(sum(behind, before).open()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_cut_and_any_order_of_adding_leaves_the_same_requests_open(long seed) {
    Random random = new Random(seed);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int place = Math.max(0, events.size() - random.nextInt(30));
      events.add(place, "+r" + i);
      if (random.nextInt(10) != 0) {
        events.add(place + 1 + random.nextInt(events.size() - place), "-r" + i);
      }
      if (random.nextInt(10) == 0) {
        events.add(random.nextInt(events.size()), events.get(random.nextInt(events.size())));
      }
    }
    int one = random.nextInt(events.size());
    int two = one + random.nextInt(events.size() - one);

    RequestPairs whole = read(events);
    RequestPairs a = read(events.subList(0, one));
    RequestPairs b = read(events.subList(one, two));
    RequestPairs c = read(events.subList(two, events.size()));

    assertThat(whole.open()).isNotEmpty();
    assertThat(sum(a, b, c).open().keySet()).isEqualTo(whole.open().keySet());
    assertThat(sum(c, a, b).open()).isEqualTo(sum(a, b, c).open());
    assertThat(sum(a, sum(b, c)).open()).isEqualTo(sum(sum(c, b), a).open());
  }

  private static RequestPairs read(List<String> events) {
    RequestPairs pairs = new RequestPairs();
    for (int i = 0; i < events.size(); i++) {
      String id = events.get(i).substring(1);
      if (events.get(i).startsWith("+")) {
        pairs.received("chat", id, i);
      } else {
        pairs.finished("chat", id, true);
      }
    }
    pairs.tellNeighbours();
    return pairs;
  }

  private static RequestPairs sum(RequestPairs... all) {
    RequestPairs sum = new RequestPairs();
    for (RequestPairs pairs : all) {
      sum.add(pairs);
    }
    return sum;
  }
}
