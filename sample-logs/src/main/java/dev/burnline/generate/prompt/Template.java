package dev.burnline.generate.prompt;

import dev.burnline.generate.chance.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with gaps: {@code parts[0] choices[0] parts[1] choices[1] … parts[n]}. */
record Template(List<String> parts, List<List<String>> choices) {

  private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)\\}");

  Template {
    parts = List.copyOf(parts);
    choices = List.copyOf(choices);
  }

  /** Reads a sentence; {@code {word}} is a gap when there are fillings of that name, else text. */
  static Template parse(String text, Map<String, List<String>> fillings) {
    List<String> parts = new ArrayList<>();
    List<List<String>> choices = new ArrayList<>();
    Matcher gap = GAP.matcher(text);
    int from = 0;
    while (gap.find()) {
      List<String> filling = fillings.get(gap.group(1));
      if (filling != null) {
        parts.add(text.substring(from, gap.start()));
        choices.add(filling);
        from = gap.end();
      }
    }
    parts.add(text.substring(from));
    return new Template(parts, choices);
  }

  void write(StringBuilder out, Draws draws) {
    for (int i = 0; i < choices.size(); i++) {
      List<String> choice = choices.get(i);
      out.append(parts.get(i)).append(choice.get(draws.below(choice.size())));
    }
    out.append(parts.get(choices.size()));
  }
}
