package dev.burnline.serve.demo.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions that the demo model knows by heart, from the resource {@code questions.txt}: blocks
 * between blank lines, each with lines {@code ?} for ways to ask, one {@code #} for the reasoning
 * and one {@code !} for the answer.
 */
public final class KnownQuestions {

  private static final String RESOURCE = "questions.txt";

  private KnownQuestions() {}

  /** Returns every way to ask every question, in the order of the resource. */
  public static List<Conversation> all() {
    try (InputStream in = KnownQuestions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  static List<Conversation> parse(String text) {
    List<Conversation> all = new ArrayList<>();
    for (String block : text.strip().split("\\R\\s*\\R", -1)) {
      List<String> lines = block.lines().toList();
      String reasoning = the(lines, "# ");
      String answer = the(lines, "! ");
      lines.stream()
          .filter(line -> line.startsWith("? "))
          .map(line -> new Conversation(line.substring(2), reasoning, answer))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static String the(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no line '" + mark.strip() + "' in " + lines))
        .substring(2);
  }
}
