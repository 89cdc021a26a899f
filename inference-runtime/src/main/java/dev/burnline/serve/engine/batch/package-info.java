/**
 * Generates text for many requests at a time with one model on one thread.
 *
 * <p>In: a loaded model, limits, a monotonic clock, requests. Out: what each listener hears. Every
 * round the model thread lets waiting requests in, makes one token for each that is generating, and
 * reads a bounded piece of the prompts. Entry: {@link
 * dev.burnline.serve.engine.batch.BatchingEngine}.
 */
@NullMarked
package dev.burnline.serve.engine.batch;

import org.jspecify.annotations.NullMarked;
