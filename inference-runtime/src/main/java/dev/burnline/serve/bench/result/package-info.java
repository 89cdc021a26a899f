/**
 * What a run of the load driver came to.
 *
 * <p>In: one sample for each request. Out: throughput, exact percentiles, goodput, errors by kind,
 * as text and as JSON. Entry: {@link dev.burnline.serve.bench.result.Result}.
 */
@NullMarked
package dev.burnline.serve.bench.result;

import org.jspecify.annotations.NullMarked;
