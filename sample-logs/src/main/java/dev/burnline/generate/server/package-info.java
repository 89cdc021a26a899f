/**
 * A simulated inference server: queue, slots, prefill and decode, boots, heartbeats, one GPU.
 *
 * <p>In: arrivals and the effects of incidents. Out: events in the order in which a real process
 * would write them, given to an {@link dev.burnline.generate.server.EventLog}. Entry: {@link
 * dev.burnline.generate.server.Server}. All times are epoch microseconds in steps of 100.
 */
@NullMarked
package dev.burnline.generate.server;

import org.jspecify.annotations.NullMarked;
