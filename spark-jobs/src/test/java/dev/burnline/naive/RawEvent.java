package dev.burnline.naive;

import java.time.Instant;

/** One request as an SLO sees it. */
public record RawEvent(Instant at, boolean good) {}
