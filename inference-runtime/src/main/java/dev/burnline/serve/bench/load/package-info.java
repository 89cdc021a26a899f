/**
 * An open loop: requests leave at the times of a Poisson process, whatever becomes of the earlier
 * ones.
 *
 * <p>In: a plan by rate, lengths and seed. Out: one record for each request, with latencies from
 * the time it was meant to leave. Entry: {@link dev.burnline.serve.bench.load.OpenLoop}.
 */
@NullMarked
package dev.burnline.serve.bench.load;

import org.jspecify.annotations.NullMarked;
