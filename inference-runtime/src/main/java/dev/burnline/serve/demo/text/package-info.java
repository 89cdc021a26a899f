/**
 * The text that the demo model learns from, as tokens.
 *
 * <p>In: a seed, or a file. Out: rows of tokens for training, and sums that training never shows.
 * Entry: {@link dev.burnline.serve.demo.text.DemoText}.
 */
@NullMarked
package dev.burnline.serve.demo.text;

import org.jspecify.annotations.NullMarked;
