/**
 * What a request costs, from its arrival to its one {@code request.finished} line.
 *
 * <p>In: the steps of a request, as the server takes them, and a monotonic clock. Out: {@link
 * dev.burnline.serve.event.RequestReceived} and {@link dev.burnline.serve.event.RequestFinished}
 * events, what an account costs its request, and the totals of all requests. Entry: {@link
 * dev.burnline.serve.account.RequestAccounts}.
 */
@NullMarked
package dev.burnline.serve.account;

import org.jspecify.annotations.NullMarked;
