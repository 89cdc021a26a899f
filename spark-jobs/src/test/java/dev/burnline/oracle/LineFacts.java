package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of every usable line.
 *
 * @param seq null when it is missing, no whole number up to 10^15, or there is no {@code boot_id}
 *     to count in
 */
record LineFacts(
    String service,
    String event,
    @Nullable String requestId,
    @Nullable String bootId,
    @Nullable Long seq) {

  static LineFacts of(Fields fields) {
    Double seq = fields.number("seq");
    String bootId = fields.text("boot_id");
    boolean counted = bootId != null && seq != null && seq == Math.rint(seq) && seq <= 1e15;
    return new LineFacts(
        requireNonNull(fields.text("service")),
        requireNonNull(fields.text("event")),
        fields.text("request_id"),
        bootId,
        counted ? (Long) requireNonNull(seq).longValue() : null);
  }

  boolean isRequest() {
    return event.equals("request.finished");
  }
}
