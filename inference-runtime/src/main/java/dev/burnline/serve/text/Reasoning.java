package dev.burnline.serve.text;

/** What an assistant thought before it spoke. */
final class Reasoning {

  private Reasoning() {}

  /** Returns what follows the last {@code </think>}, or all where there is none. */
  static String removed(String content) {
    int end = content.lastIndexOf(AddedToken.END_THINK);
    return end < 0 ? content : content.substring(end + AddedToken.END_THINK.length());
  }
}
