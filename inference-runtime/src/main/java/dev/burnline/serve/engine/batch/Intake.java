package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.GenerationRequest;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Takes requests in, or refuses them at once. Thread-safe. */
final class Intake implements Ticket.Owner {

  private final EngineSettings settings;
  private final Admission admission;
  private final WaitingLine line;
  private final LiveTickets live;
  private final Pulse pulse;
  private final LongSupplier nanoTime;
  private final Runnable wake;

  /**
   * Opens.
   *
   * @param wake called when there is something to do for the model thread or the time thread
   */
  Intake(
      EngineSettings settings,
      Admission admission,
      WaitingLine line,
      LiveTickets live,
      Pulse pulse,
      LongSupplier nanoTime,
      Runnable wake) {
    this.settings = settings;
    this.admission = admission;
    this.line = line;
    this.live = live;
    this.pulse = pulse;
    this.nanoTime = nanoTime;
    this.wake = wake;
  }

  Generation submit(GenerationRequest request, GenerationListener listener) {
    Ticket ticket = new Ticket(request, listener, nanoTime.getAsLong(), this);
    live.add(ticket);
    Optional<GenerationEnd> refusal = admission.refusal(request);
    if (refusal.isPresent()) {
      ticket.end(refusal.get());
      return ticket;
    }
    int free = Math.max(0, settings.slots() - pulse.running());
    switch (line.enter(ticket, admission.reservation(request), free)) {
      case WAITS -> wake.run();
      case FULL -> ticket.end(Ends.overloaded(line.size()));
      case CLOSED -> ticket.shutDown();
    }
    return ticket;
  }

  @Override
  public void cancelled() {
    wake.run();
  }

  @Override
  public void ended(Ticket ticket) {
    line.leave(ticket);
  }

  @Override
  public void told(Ticket ticket) {
    live.remove(ticket);
  }
}
