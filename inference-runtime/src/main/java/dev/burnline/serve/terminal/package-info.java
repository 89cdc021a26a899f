/**
 * What a command says to a person while it works.
 *
 * <p>In: how far it is. Out: one line on standard error that is written over, and nothing when
 * nobody watches. Entry: {@link dev.burnline.serve.terminal.StatusLine}.
 */
@NullMarked
package dev.burnline.serve.terminal;

import org.jspecify.annotations.NullMarked;
