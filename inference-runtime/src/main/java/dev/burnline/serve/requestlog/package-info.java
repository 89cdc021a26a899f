/**
 * The writer's side of the request log contract.
 *
 * <p>In: {@link dev.burnline.serve.event.LogEntry}s from any thread, which never wait. Out: one
 * JSON line each in {@code app.log}, numbered in the order of writing and rotated by size; what
 * could not be written is counted. Entry: {@link dev.burnline.serve.requestlog.RequestLog}.
 */
@NullMarked
package dev.burnline.serve.requestlog;

import org.jspecify.annotations.NullMarked;
