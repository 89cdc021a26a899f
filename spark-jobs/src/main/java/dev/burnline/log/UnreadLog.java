package dev.burnline.log;

import java.io.Serializable;

/** A log that could not be read, or not to its end, and why. */
public record UnreadLog(String name, String reason) implements Serializable {}
