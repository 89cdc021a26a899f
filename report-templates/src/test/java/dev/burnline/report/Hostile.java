package dev.burnline.report;

/** Texts that want to be more than text. */
public final class Hostile {

  /**
   * Markup, a formula, a line break, a terminal escape, and characters that hide or turn others.
   */
  public static final String NAME =
      "=cmd|'/c calc'!A1<script>alert(1)</script><img src=x onerror=alert(2)>\"'&${7*7}#{1}"
          + "\r\nBcc: victim@example.org\u0000\u001b[31m\u202egnp.exe\u200b\u2066x\ufeff";

  private Hostile() {}
}
