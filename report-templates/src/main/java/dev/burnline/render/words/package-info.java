/**
 * Figures, times and messages as words of one language, and text from outside made harmless.
 *
 * <p>In: unrounded values of the report. Out: short texts. Entry: {@link
 * dev.burnline.render.words.Words}; {@link dev.burnline.render.words.CleanReport} for the texts
 * that logs and files brought in.
 */
@NullMarked
package dev.burnline.render.words;

import org.jspecify.annotations.NullMarked;
