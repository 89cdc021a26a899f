package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/**
 * What else the server was busy with.
 *
 * @param queueDepthAtArrival requests that waited when this one was queued; null for one that was
 *     never queued
 * @param runningAtStart requests that were running when this one was started; null for one that
 *     never was
 */
public record Load(@Nullable Long queueDepthAtArrival, @Nullable Long runningAtStart) {

  public Load {
    if (queueDepthAtArrival != null) {
      Checks.notNegative(queueDepthAtArrival, "queueDepthAtArrival");
    }
    if (runningAtStart != null) {
      Checks.notNegative(runningAtStart, "runningAtStart");
    }
  }

  void describe(Fields fields) {
    fields.optionalCount("queue_depth_at_arrival", queueDepthAtArrival);
    fields.optionalCount("running_at_start", runningAtStart);
  }
}
