package dev.burnline.serve.event;

/**
 * The service has stopped: the last line of a boot. A boot without it has crashed.
 *
 * @param inFlight requests received and not finished at this moment, not negative
 * @param clean whether every request in flight was answered
 */
public record ServiceStopped(long inFlight, boolean clean) implements LogEvent {

  public ServiceStopped {
    Checks.notNegative(inFlight, "inFlight");
  }

  @Override
  public String event() {
    return "service.stopped";
  }

  @Override
  public Level level() {
    return clean ? Level.INFO : Level.WARNING;
  }

  @Override
  public void describe(Fields fields) {
    fields.count("in_flight", inFlight);
    fields.flag("clean", clean);
  }
}
