/**
 * Text from and to token ids, by a tokenizer in Hugging Face's format.
 *
 * <p>In: a model's folder with {@code tokenizer.json} (byte-level BPE), and if there {@code
 * tokenizer_config.json} and {@code chat_template.jinja}. Out: a {@link
 * dev.burnline.serve.model.TextCodec}. Entry: {@link dev.burnline.serve.text.Codecs}.
 */
@NullMarked
package dev.burnline.serve.text;

import org.jspecify.annotations.NullMarked;
