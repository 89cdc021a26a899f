package dev.burnline.serve.event;

/**
 * The service takes requests.
 *
 * @param inFlight requests received and not finished at this moment, not negative
 */
public record ServiceReady(long inFlight) implements LogEvent {

  public ServiceReady {
    Checks.notNegative(inFlight, "inFlight");
  }

  @Override
  public String event() {
    return "service.ready";
  }

  @Override
  public void describe(Fields fields) {
    fields.count("in_flight", inFlight);
  }
}
