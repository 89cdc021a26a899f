/**
 * Trains a small network of the Qwen2 family with DJL's autograd.
 *
 * <p>In: batches of token ids, each with the positions whose prediction counts. Out: the weights by
 * their Hugging Face names, and how well they predict. Entry: {@link
 * dev.burnline.serve.demo.train.Trainer}.
 */
@NullMarked
package dev.burnline.serve.demo.train;

import org.jspecify.annotations.NullMarked;
