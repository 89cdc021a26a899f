/**
 * The signs of life of the process.
 *
 * <p>In: the totals of the requests and a scheduler. Out: a {@link
 * dev.burnline.serve.event.Heartbeat} and GPU samples every ten seconds. Entry: {@link
 * dev.burnline.serve.vitals.Vitals}.
 */
@NullMarked
package dev.burnline.serve.vitals;

import org.jspecify.annotations.NullMarked;
