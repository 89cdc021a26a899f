package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationEnd.Cancelled;
import dev.burnline.serve.engine.GenerationEnd.Failed;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import dev.burnline.serve.event.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TicketTest {

  private final List<String> owner = new ArrayList<>();

  @Test
  void onlyTheFirstEndCountsAndNothingComesAfterIt() {
    HeardAnswer answer = new HeardAnswer();
    Ticket ticket = ticket(answer);
    ticket.begin(0);
    ticket.end(new Cancelled());
    ticket.end(Ends.FAILED_AT_SHUTDOWN);
    ticket.tell(listener -> listener.token(0));

    assertThat(answer.end()).isEqualTo(new Cancelled());
    assertThat(answer.wrong()).isEmpty();
    assertThat(owner).containsExactly("ended", "told");
  }

  @Test
  void whoWaitedIsRefusedAndNeverBegins() {
    HeardAnswer answer = new HeardAnswer();
    Ticket ticket = ticket(answer);
    ticket.shutDown();

    assertThat(ticket.begin(0)).isFalse();
    assertThat(answer.end()).isEqualTo(Ends.REJECTED_AT_SHUTDOWN);
    assertThat(answer.hasStarted()).isFalse();
  }

  @Test
  @Timeout(10)
  void anEndFromAnotherThreadWaitsForTheCallThatIsGoingOnWithoutBlocking() throws Exception {
    CountDownLatch inToken = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HeardAnswer answer = new HeardAnswer();
    Ticket ticket = ticket(answer);
    ticket.begin(0);
    Thread model =
        new Thread(
            () ->
                ticket.tell(
                    listener -> {
                      listener.token(0);
                      inToken.countDown();
                      try {
                        goOn.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                    }));
    model.start();
    inToken.await();
    ticket.end(Ends.FAILED_AT_SHUTDOWN);
    assertThat(answer.hasEnded()).isFalse();
    assertThat(ticket.hasEnded()).isTrue();
    goOn.countDown();
    model.join();

    assertThat(answer.end()).isEqualTo(Ends.FAILED_AT_SHUTDOWN);
    assertThat(answer.wrong()).isEmpty();
  }

  @Test
  void aListenerThatCancelsItselfWithinACallHearsTheEndAfterIt() {
    List<String> heard = new ArrayList<>();
    Ticket[] self = new Ticket[1];
    self[0] =
        ticket(
            new GenerationListener() {
              @Override
              public void started() {
                self[0].end(new Cancelled());
                heard.add("started");
              }

              @Override
              public void token(long atNanos) {
                heard.add("token");
              }

              @Override
              public void text(Part part, String text) {
                heard.add(text);
              }

              @Override
              public void ended(GenerationEnd end) {
                heard.add("ended");
                throw new IllegalStateException("even here");
              }
            });
    self[0].begin(0);
    self[0].tell(listener -> listener.token(0));

    assertThat(heard).containsExactly("started", "ended");
    assertThat(owner).containsExactly("ended", "told");
  }

  @Test
  void aFailureWithoutAMessageIsNamed() {
    assertThat(Ends.engineError(new NullPointerException()))
        .isEqualTo(new Failed(ErrorType.ENGINE_ERROR, "NullPointerException"));
  }

  private Ticket ticket(GenerationListener listener) {
    return new Ticket(
        Requests.asking("a"),
        listener,
        0,
        new Ticket.Owner() {
          @Override
          public void cancelled() {
            owner.add("cancelled");
          }

          @Override
          public void ended(Ticket ticket) {
            owner.add("ended");
          }

          @Override
          public void told(Ticket ticket) {
            owner.add("told");
          }
        });
  }
}
