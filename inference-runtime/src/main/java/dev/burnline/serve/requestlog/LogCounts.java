package dev.burnline.serve.requestlog;

/**
 * What has become of the lines since the log was opened; every count only grows.
 *
 * @param written lines that are in the file
 * @param dropped lines that never will be: the queue was full, or the log was closed
 * @param writeErrors failed attempts to open, write or rotate the file; each is tried again
 * @param rotations files that were put aside
 */
public record LogCounts(long written, long dropped, long writeErrors, long rotations) {}
