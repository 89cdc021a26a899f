/**
 * Generates text for many requests at a time.
 *
 * <p>In: prompts as tokens, and how to sample. Out: pieces of text as they come, then exactly one
 * end for each request, whatever happens. Entry: {@link dev.burnline.serve.engine.TextEngine}.
 */
@NullMarked
package dev.burnline.serve.engine;

import org.jspecify.annotations.NullMarked;
