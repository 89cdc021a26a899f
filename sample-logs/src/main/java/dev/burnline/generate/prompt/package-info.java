/**
 * What people ask and what the model says.
 *
 * <p>In: a seed and lengths in tokens. Out: texts cut as the request log cuts them, and the
 * prompt's hash. Entry: {@link dev.burnline.generate.prompt.Prompts}. A few prompts are hostile on
 * purpose: markup, formulas, control characters, template syntax.
 */
@NullMarked
package dev.burnline.generate.prompt;

import org.jspecify.annotations.NullMarked;
