/**
 * The HTTP API in the form of OpenAI's, the chat page, probes and metrics.
 *
 * <p>In: requests of clients, bounded in every dimension and read strictly. Out: answers whole or
 * as server-sent events, and for each request to a generating route exactly one {@code
 * request.finished}, whatever became of it. A client that reads slowly or goes away costs the
 * engine nothing: what is unsent is bounded, and then its request is cancelled. Entry: {@link
 * dev.burnline.serve.http.HttpServer}.
 */
@NullMarked
package dev.burnline.serve.http;

import org.jspecify.annotations.NullMarked;
