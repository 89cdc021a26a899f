/**
 * A small model of one's own for the server, made by {@code burnline train-demo} in minutes.
 *
 * <p>In: generated text or a file. Out: a Hugging Face folder that the server loads as it loads any
 * other. Entry: {@link dev.burnline.serve.demo.TrainDemo}.
 */
@NullMarked
package dev.burnline.serve.demo;

import org.jspecify.annotations.NullMarked;
