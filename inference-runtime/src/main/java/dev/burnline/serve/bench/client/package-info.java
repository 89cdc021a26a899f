/**
 * One streamed chat completion as a client sees it.
 *
 * <p>In: an endpoint and a prompt. Out: when each piece of the answer came, or the kind of failure.
 * Entry: {@link dev.burnline.serve.bench.client.ChatClient}.
 */
@NullMarked
package dev.burnline.serve.bench.client;

import org.jspecify.annotations.NullMarked;
