/**
 * Turns the text of an answer, as it comes, into what the caller may see.
 *
 * <p>In: pieces of decoded text. Out: the same text, its reasoning set apart, ended before a stop
 * string. Entry: {@link dev.burnline.serve.engine.answer.AnswerText}.
 */
@NullMarked
package dev.burnline.serve.engine.answer;

import org.jspecify.annotations.NullMarked;
