package dev.burnline.serve.event;

/**
 * The service refuses new requests and finishes those in flight.
 *
 * @param inFlight requests received and not finished at this moment, not negative
 */
public record ServiceDraining(long inFlight) implements LogEvent {

  public ServiceDraining {
    Checks.notNegative(inFlight, "inFlight");
  }

  @Override
  public String event() {
    return "service.draining";
  }

  @Override
  public void describe(Fields fields) {
    fields.count("in_flight", inFlight);
  }
}
