package dev.burnline.serve.event;

/**
 * What the requests of a boot add up to; all not negative.
 *
 * @param started requests that came in, refused ones included
 * @param finished requests that ended, in whatever way
 * @param rejected requests that were refused; part of {@code finished}
 * @param tokens output tokens generated, those of unfinished requests included
 * @param inFlight requests that came in and have not ended
 * @param queueDepth requests that wait for the model; part of {@code inFlight}
 */
public record Totals(
    long started, long finished, long rejected, long tokens, long inFlight, long queueDepth) {

  public Totals {
    Checks.notNegative(started, "started");
    Checks.notNegative(finished, "finished");
    Checks.notNegative(rejected, "rejected");
    Checks.notNegative(tokens, "tokens");
    Checks.notNegative(inFlight, "inFlight");
    Checks.notNegative(queueDepth, "queueDepth");
  }
}
