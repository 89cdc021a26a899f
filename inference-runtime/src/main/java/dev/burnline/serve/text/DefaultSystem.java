package dev.burnline.serve.text;

import dev.burnline.serve.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ChatML template in Jinja says when a conversation has no system message. The template is
 * read, not run; when a part of the system's turn is not understood it is refused, as a model with
 * another prompt than its own answers worse, and nobody sees why.
 */
final class DefaultSystem {

  private static final Pattern TURN = Pattern.compile(Pattern.quote(ChatMlTemplate.START));
  private static final String SYSTEM = "system";
  private static final Pattern MARK =
      Pattern.compile("[" + JinjaValue.GIVEN + "-" + JinjaPrompt.CLOSE + "]");

  /** Who speaks but the system, and no part of a word that goes on with something unknown. */
  private static final Pattern OTHER_ROLE =
      Pattern.compile(JinjaValue.ROLE + "|\\p{L}++(?!" + JinjaValue.UNREAD + ")");

  /** What a turn may have besides blanks and still says only what it is given. */
  private static final Pattern GIVEN =
      Pattern.compile("[" + JinjaValue.GIVEN + JinjaPrompt.OPEN + JinjaPrompt.CLOSE + "]");

  private static final int SHOWN = 200;

  private final Path folder;
  private final JinjaPrompt prompt;
  private final String text;

  private DefaultSystem(Path folder, JinjaPrompt prompt) {
    this.folder = folder;
    this.prompt = prompt;
    this.text = prompt.text();
  }

  /**
   * Returns the message; empty without one.
   *
   * @throws ModelException when it cannot be told whether there is one, and which; or when a system
   *     message that is given gets more words
   */
  static String of(Path folder, String source) {
    List<JinjaTag> tags = JinjaTags.of(source);
    String message = new DefaultSystem(folder, JinjaPrompt.of(tags, false)).message();
    new DefaultSystem(folder, JinjaPrompt.of(tags, true)).requireNoMoreThan(message);
    return message;
  }

  /** Returns what the first turn says by itself, if it is the system's; else nothing. */
  private String message() {
    Matcher turns = TURN.matcher(text);
    int first = turns.find() ? turns.start() : text.length();
    int unread = text.indexOf(JinjaValue.UNREAD);
    if (unread >= 0 && unread < first) {
      throw unreadable(unread);
    }
    String message = "";
    turns.reset();
    while (turns.find()) {
      String content = content(turns.end());
      if (!GIVEN.matcher(content).replaceAll("").isBlank()) {
        if (turns.start() != first || isUnsure(first)) {
          throw unreadable(turns.start());
        }
        Matcher mark = MARK.matcher(content);
        if (mark.find()) {
          throw unreadable(text.indexOf(content, first) + mark.start());
        }
        message = content;
      }
    }
    return message;
  }

  /** With a system message that is given, a turn has that, or what the default has anyway. */
  private void requireNoMoreThan(String message) {
    Matcher turns = TURN.matcher(text);
    while (turns.find()) {
      String content = content(turns.end());
      if (!content.equals(message) && !MARK.matcher(content).replaceAll("").isBlank()) {
        throw unreadable(turns.start());
      }
    }
  }

  /** Returns what the system says in the turn that begins with a role; empty for another's. */
  private String content(int role) {
    if (!text.startsWith(SYSTEM, role)) {
      Matcher other = OTHER_ROLE.matcher(text).region(role, text.length());
      if (!other.lookingAt()) {
        throw unreadable(role);
      }
      return "";
    }
    int begin = role + SYSTEM.length() + 1;
    int end = text.indexOf(ChatMlTemplate.END, begin);
    int next = text.indexOf(ChatMlTemplate.START, begin);
    if (end < 0 || (next >= 0 && next < end) || text.charAt(begin - 1) != '\n') {
      throw unreadable(begin - 1);
    }
    return text.substring(begin, end);
  }

  /** Returns whether a place may be left out, as it depends on something unknown. */
  private boolean isUnsure(int place) {
    String before = text.substring(0, place);
    return before.chars().filter(c -> c == JinjaPrompt.OPEN).count()
        > before.chars().filter(c -> c == JinjaPrompt.CLOSE).count();
  }

  private ModelException unreadable(int place) {
    JinjaTag tag = prompt.writer(place);
    String shown = tag == null ? "" : tag.toString().strip();
    return new ModelException(
        ("%s: chat_template, line %d: cannot tell what the system says by default: %s; put a"
                + " chat_template.jinja into the folder that has it there as one literal")
            .formatted(
                folder,
                tag == null ? 1 : tag.line(),
                shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown),
        null);
  }
}
