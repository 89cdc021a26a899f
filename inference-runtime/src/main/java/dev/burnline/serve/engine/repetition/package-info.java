/**
 * Finds answers that repeat themselves.
 *
 * <p>In: the tokens of an answer as they are chosen. Out: whether it repeats itself without end,
 * and how much of it is repeated. Entry: {@link
 * dev.burnline.serve.engine.repetition.RepetitionWatch}.
 */
@NullMarked
package dev.burnline.serve.engine.repetition;

import org.jspecify.annotations.NullMarked;
