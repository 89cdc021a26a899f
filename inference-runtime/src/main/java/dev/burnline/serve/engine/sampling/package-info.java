/**
 * Chooses the next token from the logits of a model.
 *
 * <p>In: the logits after the last token, and what was asked for. Out: one token id. Entry: {@link
 * dev.burnline.serve.engine.sampling.TokenSampler}.
 */
@NullMarked
package dev.burnline.serve.engine.sampling;

import org.jspecify.annotations.NullMarked;
