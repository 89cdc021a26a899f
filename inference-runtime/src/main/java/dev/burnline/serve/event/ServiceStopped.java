package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/**
 * The service has stopped: the last line of a boot. A boot without it has crashed.
 *
 * @param inFlight requests received and not finished at this moment, not negative
 * @param clean whether it was told to stop and every request in flight was answered
 * @param errorMessage why it stopped by itself, of which at most 200 code points are kept; null
 *     when it was told to
 */
public record ServiceStopped(long inFlight, boolean clean, @Nullable String errorMessage)
    implements LogEvent {

  public ServiceStopped {
    Checks.notNegative(inFlight, "inFlight");
    if (errorMessage != null) {
      if (clean) {
        throw new IllegalArgumentException("a clean stop has no error: " + errorMessage);
      }
      errorMessage = Excerpt.message(errorMessage);
    }
  }

  /** Returns the stop of a service that was told to. */
  public static ServiceStopped asTold(long inFlight, boolean clean) {
    return new ServiceStopped(inFlight, clean, null);
  }

  @Override
  public String event() {
    return "service.stopped";
  }

  @Override
  public Level level() {
    if (errorMessage != null) {
      return Level.ERROR;
    }
    return clean ? Level.INFO : Level.WARNING;
  }

  @Override
  public void describe(Fields fields) {
    fields.count("in_flight", inFlight);
    fields.flag("clean", clean);
    fields.text("error_message", errorMessage);
  }
}
