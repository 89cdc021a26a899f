/**
 * When requests come and how long they are.
 *
 * <p>In: a number of requests and a span of days. Out: arrival times in order, and token lengths.
 * Entry: {@link dev.burnline.generate.traffic.Arrivals}.
 */
@NullMarked
package dev.burnline.generate.traffic;

import org.jspecify.annotations.NullMarked;
