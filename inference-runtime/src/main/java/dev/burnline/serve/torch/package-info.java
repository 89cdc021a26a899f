/**
 * Language models of the Qwen2 and Llama families on PyTorch.
 *
 * <p>In: a folder in Hugging Face's format ({@code config.json}, {@code model.safetensors} or
 * shards, {@code tokenizer.json}, and if there {@code generation_config.json}, {@code
 * tokenizer_config.json}, {@code SHA256SUMS}). Out: a {@link
 * dev.burnline.serve.model.LanguageModel} on the first GPU, or on the CPU when there is none.
 * Entry: {@link dev.burnline.serve.torch.ModelLoader}.
 */
@NullMarked
package dev.burnline.serve.torch;

import org.jspecify.annotations.NullMarked;
