package dev.burnline.serve.requestlog;

import dev.burnline.serve.event.LogEvent;

/**
 * A line that waits to be written.
 *
 * @param epochMillis when it happened
 * @param event what happened
 */
record PendingLine(long epochMillis, LogEvent event) {}
