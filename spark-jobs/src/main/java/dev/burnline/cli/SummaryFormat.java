package dev.burnline.cli;

/** Forms of what a command prints when it is done. */
enum SummaryFormat {
  TEXT,
  JSON
}
