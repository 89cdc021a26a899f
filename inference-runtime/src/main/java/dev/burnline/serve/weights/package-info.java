/**
 * Weights on disk, in the safetensors format.
 *
 * <p>In: a model's folder with {@code model.safetensors}, or with shards and {@code
 * model.safetensors.index.json}. Out: each tensor's bytes, mapped, and the SHA-256 of all. Damaged
 * files are refused with file, tensor and value. Entry: {@link
 * dev.burnline.serve.weights.WeightsFolder}; for writing {@link
 * dev.burnline.serve.weights.SafetensorsWriter}.
 */
@NullMarked
package dev.burnline.serve.weights;

import org.jspecify.annotations.NullMarked;
