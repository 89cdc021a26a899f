package dev.burnline.serve.engine.batch;

/**
 * What the model reads of one request in one step.
 *
 * @param run the request at work
 * @param count how many of its unread tokens, at least 1
 */
record Slice(Run run, int count) {}
