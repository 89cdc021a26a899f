package dev.burnline.slo.openslo;

/** One OpenSLO document while it is read; it learns its kind and name from itself. */
final class Document {

  private static final int LONGEST_TITLE = 100;

  private final String file;
  private final int number;
  private final Findings findings;
  private String title = "";

  /** Makes the n-th document of a file, from 1. */
  Document(String file, int number, Findings findings) {
    this.file = file;
    this.number = number;
    this.findings = findings;
  }

  String file() {
    return file;
  }

  int number() {
    return number;
  }

  Findings findings() {
    return findings;
  }

  /** Remembers kind and name, as far as they are known, for messages. */
  void entitle(String kindAndName) {
    title =
        kindAndName.length() > LONGEST_TITLE
            ? kindAndName.substring(0, LONGEST_TITLE) + "…"
            : kindAndName;
  }

  /** Returns how messages call the document. */
  String subject() {
    return title.isEmpty() ? "document " + number : "document %d (%s)".formatted(number, title);
  }
}
