package dev.burnline.generate.prompt;

/**
 * A prompt and its answer, as a log line has them.
 *
 * @param kind the name of its kind, such as {@code translation}
 * @param truncated at most 200 code points of the prompt, then {@code ...} when there is more
 * @param chars length of the whole prompt in code points
 * @param response at most 200 code points of the answer, then {@code ...} when there is more
 */
public record Prompt(String kind, String truncated, int chars, String response) {}
