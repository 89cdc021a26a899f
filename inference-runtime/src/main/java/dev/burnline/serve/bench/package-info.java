/**
 * A load driver for any OpenAI-compatible endpoint.
 *
 * <p>In: a rate, lengths and a seed. Out: throughput, latency percentiles, goodput and errors by
 * kind, as a page of text or as JSON. Entry: {@link dev.burnline.serve.bench.Bench}.
 */
@NullMarked
package dev.burnline.serve.bench;

import org.jspecify.annotations.NullMarked;
