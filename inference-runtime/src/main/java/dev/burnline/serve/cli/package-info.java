/**
 * {@code burnline serve}: puts the server together and runs it.
 *
 * <p>In: options, a settings file, the environment. Out: a server that answers until it is told to
 * stop, and its request log from {@code service.starting} to {@code service.stopped}. Entry: {@link
 * dev.burnline.serve.cli.Serve}.
 */
@NullMarked
package dev.burnline.serve.cli;

import org.jspecify.annotations.NullMarked;
