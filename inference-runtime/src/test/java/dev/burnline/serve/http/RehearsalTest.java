package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.account.AccountBook;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void itGoesThroughWhatARequestDoesForItsLog() {
    List<LogEvent> events = new ArrayList<>();
    List<Long> costs = new ArrayList<>();
    AccountBook book =
        new AccountBook() {
          @Override
          public void write(LogEntry entry) {
            events.add(entry.toEvent());
          }

          @Override
          public void cost(long nanos) {
            costs.add(nanos);
          }
        };
    RequestAccounts accounts =
        new RequestAccounts(book, Clock.systemUTC(), System::nanoTime, Optional::empty);

    Rehearsal.run(accounts);

    List<RequestFinished> finished =
        events.stream()
            .filter(RequestFinished.class::isInstance)
            .map(RequestFinished.class::cast)
            .toList();
    assertThat(finished).hasSize(events.size() / 2).hasSameSizeAs(costs).hasSizeGreaterThan(5_000);
    RequestFinished last = finished.get(finished.size() - 1);
    assertThat(last.outcome().status()).isEqualTo(Status.SUCCESS);
    assertThat(last.parameters().maxTokens()).isEqualTo(64);
    assertThat(last.prompt()).isNotNull();
    assertThat(last.timings().gaps()).isNotNull();
    assertThat(accounts.totals().inFlight()).isZero();
  }
}
