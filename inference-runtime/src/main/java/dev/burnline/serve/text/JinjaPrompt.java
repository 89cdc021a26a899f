package dev.burnline.serve.text;

import dev.burnline.serve.text.JinjaTag.Kind;
import dev.burnline.serve.text.JinjaValue.Fields;
import dev.burnline.serve.text.JinjaValue.Flag;
import dev.burnline.serve.text.JinjaValue.Message;
import dev.burnline.serve.text.JinjaValue.Sole;
import dev.burnline.serve.text.JinjaValue.Text;
import dev.burnline.serve.text.JinjaValue.Whole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template writes for any conversation without tools, as far as that can be told: what
 * depends on the conversation is marked, and what is not reached left out.
 */
final class JinjaPrompt {

  /** In the text: begins what may be left out, as its condition is not known. */
  static final char OPEN = '\uFDD3';

  /** In the text: ends what may be left out. */
  static final char CLOSE = '\uFDD4';

  /** Loops within one another; each may be followed several times. */
  private static final int MAX_LOOPS = 6;

  private static final Pattern ASSIGNMENT =
      Pattern.compile("([\\w.]+)\\s*=(?!=)(.*)", Pattern.DOTALL);
  private static final Pattern LOOP =
      Pattern.compile("(\\w+)\\s+in\\b(.*?)(?:\\brecursive)?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[\\w.]+");

  private final List<JinjaTag> tags;
  private final boolean systemSpeaks;
  private final StringBuilder text = new StringBuilder();
  private final NavigableMap<Integer, JinjaTag> places = new TreeMap<>();
  private final Map<String, JinjaValue> variables = new HashMap<>();
  private @Nullable JinjaTag broken;
  private int unsure;
  private int loops;

  private JinjaPrompt(List<JinjaTag> tags, boolean systemSpeaks) {
    this.tags = tags;
    this.systemSpeaks = systemSpeaks;
  }

  /**
   * Follows a template.
   *
   * @param systemSpeaks whether the first message is of the system; the others are not
   */
  static JinjaPrompt of(List<JinjaTag> tags, boolean systemSpeaks) {
    JinjaPrompt prompt = new JinjaPrompt(tags, systemSpeaks);
    prompt.define();
    prompt.closed(prompt.block(0, true), "");
    if (prompt.broken != null) {
      prompt.cut(0);
      prompt.write(prompt.broken, String.valueOf(JinjaValue.UNREAD));
    }
    return prompt;
  }

  /** Returns the text, with marks. */
  String text() {
    return text.toString();
  }

  /** Returns what wrote a place of the text; null for an empty template. */
  @Nullable JinjaTag writer(int place) {
    Map.Entry<Integer, JinjaTag> entry = places.floorEntry(place);
    return entry == null ? null : entry.getValue();
  }

  private void define() {
    for (JinjaTag tag : tags) {
      if (tag.kind() == Kind.STATEMENT && tag.word().equals("set")) {
        Matcher name = NAME.matcher(tag.rest());
        if (name.lookingAt()) {
          variables.put(name.group(), Sole.UNDEFINED);
        }
      }
    }
    variables.put("messages", Sole.MESSAGES);
    variables.put("tools", Sole.NONE);
    variables.put("documents", Sole.NONE);
    variables.put("add_generation_prompt", new Flag(true));
    for (String token : List.of("bos_token", "eos_token", "pad_token")) {
      variables.put(token, new Text(String.valueOf(JinjaValue.ROLE)));
    }
  }

  /** Follows tags up to what ends their block; returns where that is. */
  private int block(int from, boolean live) {
    int i = from;
    while (i < tags.size()) {
      JinjaTag tag = tags.get(i);
      if (tag.kind() == Kind.STATEMENT) {
        switch (tag.word()) {
          case "if" -> i = branches(i, live);
          case "for" -> i = loop(i, live);
          case "set" -> i = assignment(i, live);
          case "macro" -> i = closed(block(i + 1, false), "endmacro");
          case "elif", "else", "endif", "endfor", "endset", "endmacro" -> {
            return i;
          }
          case "generation", "endgeneration" -> {}
          default -> write(live ? tag : null, String.valueOf(JinjaValue.UNREAD));
        }
      } else if (live) {
        write(tag, tag.kind() == Kind.TEXT ? tag.body() : written(tag.body()));
      }
      i++;
    }
    return i;
  }

  /** Requires that a block ends with a word; returns where. */
  private int closed(int end, String word) {
    String found = end < tags.size() ? tags.get(end).word() : "";
    if (!found.equals(word) && broken == null && !tags.isEmpty()) {
      broken = tags.get(Math.min(end, tags.size() - 1));
    }
    return end;
  }

  private int branches(int from, boolean live) {
    int i = from;
    boolean sure = true;
    boolean done = !live;
    String word = "if";
    while (word.equals("if") || word.equals("elif") || word.equals("else")) {
      Boolean holds =
          done
              ? Boolean.FALSE
              : word.equals("else") ? Boolean.TRUE : value(tags.get(i).rest()).holds();
      if (Boolean.FALSE.equals(holds)) {
        i = block(i + 1, false);
      } else if (holds != null && sure) {
        i = block(i + 1, true);
        done = true;
      } else {
        i = maybe(i + 1);
        sure = false;
        done = holds != null;
      }
      word = i < tags.size() ? tags.get(i).word() : "";
    }
    return closed(i, "endif");
  }

  /** Follows a block of which nobody knows whether it is reached. */
  private int maybe(int from) {
    Map<String, JinjaValue> before = new HashMap<>(variables);
    JinjaTag tag = tags.get(from - 1);
    write(tag, String.valueOf(OPEN));
    unsure++;
    int end = block(from, true);
    unsure--;
    write(tag, String.valueOf(CLOSE));
    variables.replaceAll((name, value) -> value.equals(before.get(name)) ? value : Sole.UNKNOWN);
    return end;
  }

  private int loop(int from, boolean live) {
    JinjaTag tag = tags.get(from);
    Matcher head = LOOP.matcher(tag.rest());
    JinjaValue values = live && head.matches() ? value(head.group(2)) : Sole.UNKNOWN;
    boolean none = values == Sole.NONE || values == Sole.UNDEFINED;
    int end;
    if (!live || none) {
      end = block(from + 1, false);
    } else if (loops == MAX_LOOPS) {
      write(tag, String.valueOf(JinjaValue.UNREAD));
      end = block(from + 1, false);
    } else {
      loops++;
      end = rounds(from, head.matches() ? head.group(1) : "", values);
      loops--;
    }
    if (end < tags.size() && tags.get(end).word().equals("else")) {
      end = live && !none ? maybe(end + 1) : block(end + 1, live);
    }
    return closed(end, "endfor");
  }

  /** Follows a loop: the first message, and then any other until nothing new comes of it. */
  private int rounds(int from, String name, JinjaValue values) {
    Map<String, JinjaValue> before = new HashMap<>(variables);
    boolean begins = values == Sole.MESSAGES && unsure == 0;
    if (begins) {
      variables.put(name, new Message(true));
      round(new Flag(true), new Whole(0), new Whole(1));
      block(from + 1, true);
    }
    boolean messages = begins || values == Sole.OTHER_MESSAGES;
    while (true) {
      restore(before);
      Map<String, JinjaValue> known = new HashMap<>(variables);
      int start = text.length();
      variables.put(name, messages ? new Message(false) : Sole.UNKNOWN);
      round(begins ? new Flag(false) : Sole.UNKNOWN, Sole.UNKNOWN, Sole.UNKNOWN);
      int end = maybe(from + 1);
      restore(before);
      if (variables.equals(known)) {
        return end;
      }
      cut(start);
    }
  }

  private void round(JinjaValue first, JinjaValue index0, JinjaValue index) {
    variables.put("loop.first", first);
    variables.put("loop.index0", index0);
    variables.put("loop.index", index);
  }

  /** What a round of a loop assigns ends with it, except for the fields of a namespace. */
  private void restore(Map<String, JinjaValue> before) {
    variables.keySet().removeIf(key -> !key.contains(".") || key.startsWith("loop."));
    before.forEach(variables::putIfAbsent);
  }

  private int assignment(int from, boolean live) {
    JinjaTag tag = tags.get(from);
    Matcher assigned = ASSIGNMENT.matcher(tag.rest());
    if (assigned.matches()) {
      if (live) {
        assign(assigned.group(1), value(assigned.group(2)));
      }
      return from;
    }
    Matcher name = NAME.matcher(tag.rest());
    if (tag.rest().contains("=") || !name.matches()) {
      name.reset().results().forEach(each -> variables.put(each.group(), Sole.UNKNOWN));
      return tag.rest().contains("=") ? from : closed(block(from + 1, false), "endset");
    }
    int start = text.length();
    int end = closed(block(from + 1, live), "endset");
    if (live) {
      String written = text.substring(start);
      boolean sure = written.indexOf(OPEN) < 0;
      variables.put(tag.rest(), sure ? JinjaValue.text(written) : Sole.UNKNOWN);
      cut(start);
    }
    return end;
  }

  private void cut(int start) {
    text.setLength(start);
    places.tailMap(start, true).clear();
  }

  private void assign(String name, JinjaValue value) {
    if (value instanceof Fields fields) {
      fields.values().forEach((field, each) -> variables.put(name + "." + field, each));
    }
    variables.put(name, value);
  }

  private String written(String expression) {
    String written = value(expression).written();
    return expression.contains(ChatMlTemplate.START) && !written.contains(ChatMlTemplate.START)
        ? ChatMlTemplate.START + JinjaValue.UNREAD
        : written;
  }

  private JinjaValue value(String expression) {
    return JinjaExpression.value(expression, variables, systemSpeaks);
  }

  private void write(@Nullable JinjaTag tag, String written) {
    if (tag != null && !written.isEmpty()) {
      places.put(text.length(), tag);
      text.append(written);
    }
  }
}
