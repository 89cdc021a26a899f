package dev.burnline.serve.text;

import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.text.TemplateParts.Part;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ChatML template in Jinja says when a conversation has no system message: one literal, in
 * the turn of the system or in a variable of which the turn is made. All else is refused, as a
 * model with another prompt than its own answers worse, and nobody sees why.
 */
final class DefaultSystem {

  private static final String SYSTEM = "system\n";
  private static final Pattern OTHER_ROLE = Pattern.compile("(?:user|assistant|tool|function)\\b");
  private static final Pattern FIELD =
      Pattern.compile("(messages\\[0]|\\w+)(?:\\.(\\w+)|\\[(['\"])(\\w+)\\3])");
  private static final Pattern TRIM = Pattern.compile("\\s*\\|\\s*trim|\\.strip\\(\\)");
  private static final Pattern NOTHING = Pattern.compile("(?i)false|none|''|\"\"");
  private static final Pattern SET = Pattern.compile("([\\w.]+)\\s*=\\s*(.*)", Pattern.DOTALL);
  private static final Pattern LOOP =
      Pattern.compile(
          "(\\w+)\\s+in\\s+\\w*messages(?:\\[[-\\d:]*])?(?:\\s+if\\s.*)?", Pattern.DOTALL);
  private static final Pattern MESSAGES = Pattern.compile("\\w*messages(?:\\[[-\\d:]*])?");
  private static final Pattern NO_CONJUNCTION = Pattern.compile("\\b(?:or|if)\\b|\\(");
  private static final Pattern WITH_TOOLS = Pattern.compile("tools(?: is not none)?");
  private static final Pattern ROLE_TEST = Pattern.compile("(.*?)\\s*([!=]=)\\s*(['\"])system\\3");
  private static final Pattern VARIABLE_TEST =
      Pattern.compile("(\\w+)(?:\\s+is\\s+(?:defined|not\\s+none)|\\s*!=\\s*(?:''|\"\"))?");
  private static final Pattern FIRST = Pattern.compile("loop\\.(?:first|index0\\s*==\\s*0)");
  private static final int SHOWN = 200;

  private final Path folder;
  private final List<Part> parts;
  private final Deque<Branch> branches = new ArrayDeque<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final Set<String> loopVariables = new HashSet<>();
  private boolean othersSpoke;
  private String message = "";

  private DefaultSystem(Path folder, List<Part> parts) {
    this.folder = folder;
    this.parts = parts;
  }

  /** Whether a place is reached when no system message and no tools are given. */
  private enum Reached {
    NO,
    UNKNOWN,
    YES;

    Reached and(Reached other) {
      return compareTo(other) < 0 ? this : other;
    }

    Reached not() {
      return this == UNKNOWN ? this : this == YES ? NO : YES;
    }
  }

  private record Branch(
      String word, Reached now, Reached otherwise, boolean forTools, boolean first) {}

  private record Assignment(String variable, String value, Reached reached) {}

  /**
   * Returns the message; empty without one.
   *
   * @throws ModelException when it cannot be told whether there is one, and which
   */
  static String of(Path folder, String source) {
    DefaultSystem system = new DefaultSystem(folder, TemplateParts.of(source));
    for (int i = 0; i < system.parts.size(); i++) {
      system.read(i);
    }
    return system.message;
  }

  private void read(int index) {
    Part part = parts.get(index);
    String text = part.text();
    if (part.kind() == TemplateParts.Kind.STATEMENT) {
      follow(part);
    }
    int start = text.indexOf(ChatMlTemplate.START);
    if (start >= 0 && part.kind() != TemplateParts.Kind.TEXT) {
      throw unreadable(part, text);
    }
    for (; start >= 0; start = text.indexOf(ChatMlTemplate.START, start + 1)) {
      if (branches.stream().noneMatch(Branch::forTools)) {
        readTurn(index, text.substring(start + ChatMlTemplate.START.length()));
      }
    }
  }

  private void readTurn(int index, String text) {
    Part next = index + 1 < parts.size() ? parts.get(index + 1) : parts.get(index);
    if (OTHER_ROLE.matcher(text).lookingAt() || (text.isEmpty() && isField(next.text(), "role"))) {
      othersSpoke = true;
      return;
    }
    if (!text.startsWith(SYSTEM)) {
      throw unreadable(next, next.text());
    }
    StringBuilder literal = new StringBuilder();
    StringBuilder said = new StringBuilder();
    int values = 0;
    String rest = text.substring(SYSTEM.length());
    for (int i = index + 1; !rest.contains(ChatMlTemplate.END); i++) {
      literal.append(rest);
      said.append(rest);
      Part part = i < parts.size() ? parts.get(i) : parts.get(index);
      if (i == parts.size() || part.kind() == TemplateParts.Kind.STATEMENT) {
        throw unreadable(part, part.text());
      }
      rest = part.text();
      if (part.kind() == TemplateParts.Kind.VALUE) {
        values++;
        said.append(value(part));
        rest = "";
      }
    }
    String last = rest.substring(0, rest.indexOf(ChatMlTemplate.END));
    String found = said.append(last).toString();
    String plain = literal.append(last).toString();
    boolean more = (values > 0 && !plain.isBlank()) || (values > 1 && !found.isBlank());
    boolean sure = reached() == Reached.YES && !othersSpoke && message.isEmpty();
    if (more || found.contains(ChatMlTemplate.START) || (!found.isBlank() && !sure)) {
      throw unreadable(parts.get(index), found);
    }
    message = found.isBlank() ? message : found;
  }

  /** Returns what a value in a turn says by default; nothing when it is given. */
  private String value(Part part) {
    String bare = TRIM.matcher(part.text()).replaceFirst("");
    if (isGiven(part.text())) {
      return "";
    }
    String value = variable(bare).orElseThrow(() -> unreadable(part, part.text()));
    return bare.equals(part.text()) ? value : value.strip();
  }

  /** Returns what a variable is by default, if it is understood. */
  private Optional<String> variable(String name) {
    Set<String> literals = new HashSet<>();
    boolean others = false;
    boolean known = false;
    for (Assignment assignment : assignments) {
      if (assignment.variable().equals(name)) {
        known = true;
        Optional<String> literal = TemplateParts.literal(assignment.value());
        if (NOTHING.matcher(assignment.value()).matches()) {
          others = true;
        } else if (isGiven(assignment.value())) {
          others |= assignment.reached() != Reached.NO;
        } else if (literal.isPresent() && assignment.reached() == Reached.YES) {
          literals.add(literal.get());
        } else {
          return Optional.empty();
        }
      }
    }
    if (!known || name.contains(".") || literals.size() > 1 || (others && !literals.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(String.join("", literals));
  }

  private boolean isGiven(String expression) {
    return isField(TRIM.matcher(expression).replaceFirst(""), "content");
  }

  /** Returns whether an expression is a field of a message of the conversation. */
  private boolean isField(String expression, String name) {
    Matcher field = FIELD.matcher(expression);
    return field.matches()
        && name.equals(field.group(2) == null ? field.group(4) : field.group(2))
        && (field.group(1).endsWith("]") || loopVariables.contains(field.group(1)));
  }

  private void follow(Part part) {
    String word = part.text().replaceFirst("\\W(?s:.*)", "");
    String rest = part.text().substring(word.length()).strip();
    Branch last = branches.peek();
    switch (word) {
      case "if" -> branches.push(branch(rest, Reached.YES));
      case "elif", "else" -> {
        if (last == null || !last.word().equals("if")) {
          throw unreadable(part, part.text());
        }
        branches.pop();
        branches.push(branch(rest, last.otherwise()));
      }
      case "for" -> {
        Matcher loop = LOOP.matcher(rest);
        // Of a part of the messages there may be none.
        boolean all = loop.matches() && rest.endsWith("messages");
        Reached body = all ? Reached.YES : Reached.UNKNOWN;
        for (String variable : rest.replaceFirst("\\sin\\s(?s:.*)", "").split(",", -1)) {
          loopVariables.remove(variable.strip());
          assignments.add(new Assignment(variable.strip(), rest, Reached.UNKNOWN));
        }
        if (loop.matches()) {
          loopVariables.add(loop.group(1));
        }
        branches.push(new Branch(word, body, Reached.UNKNOWN, false, false));
      }
      case "endif", "endfor" -> {
        if (last == null || !word.equals("end" + branches.pop().word())) {
          throw unreadable(part, part.text());
        }
      }
      case "set" -> assign(part, SET.matcher(rest));
      case "generation", "endgeneration" -> {}
      default -> throw unreadable(part, part.text());
    }
  }

  private void assign(Part part, Matcher set) {
    if (!set.matches()) {
      throw unreadable(part, part.text());
    }
    String variable = set.group(1);
    boolean messages = loopVariables.contains(variable) || MESSAGES.matcher(variable).matches();
    if (messages && !MESSAGES.matcher(set.group(2)).matches()) {
      throw unreadable(part, part.text());
    }
    if (branches.stream().noneMatch(Branch::forTools)) {
      // What is set in a loop is forgotten after it.
      boolean inLoop = branches.stream().anyMatch(branch -> !branch.word().equals("if"));
      Reached reached = inLoop ? reached().and(Reached.UNKNOWN) : reached();
      assignments.add(new Assignment(variable, set.group(2), reached));
    }
  }

  /** Returns whether the place is reached; in a loop only what is for the first message is sure. */
  private Reached reached() {
    long loops = branches.stream().filter(branch -> branch.word().equals("for")).count();
    boolean first = branches.stream().anyMatch(Branch::first);
    return branches.stream()
        .map(Branch::now)
        .reduce(loops == 0 || (loops == 1 && first) ? Reached.YES : Reached.UNKNOWN, Reached::and);
  }

  /** Returns the branch of a condition, or of none, that comes after others. */
  private Branch branch(String condition, Reached before) {
    Reached holds = Reached.YES;
    boolean forTools = false;
    boolean first = false;
    for (String term : condition.isEmpty() ? new String[0] : condition.split("\\s+and\\s+", -1)) {
      boolean understood = !NO_CONJUNCTION.matcher(condition).find();
      forTools |= understood && WITH_TOOLS.matcher(term).matches();
      first |= understood && FIRST.matcher(term).matches();
      holds = holds.and(understood ? holds(term.strip()) : Reached.UNKNOWN);
    }
    return new Branch("if", before.and(holds), before.and(holds.not()), forTools, first);
  }

  private Reached holds(String term) {
    if (term.startsWith("not ")) {
      return holds(term.substring(4).strip()).not();
    }
    if (WITH_TOOLS.matcher(term).matches()) {
      return Reached.NO;
    }
    Matcher role = ROLE_TEST.matcher(term);
    if (role.matches() && isField(role.group(1), "role")) {
      return role.group(2).equals("==") ? Reached.NO : Reached.YES;
    }
    Matcher variable = VARIABLE_TEST.matcher(term);
    boolean said = variable.matches() && !variable(variable.group(1)).orElse("").isEmpty();
    boolean holds = said || FIRST.matcher(term).matches() || term.equals("tools is none");
    return holds ? Reached.YES : Reached.UNKNOWN;
  }

  private ModelException unreadable(Part part, String what) {
    String shown = what.strip();
    return new ModelException(
        ("%s: chat_template, line %d: cannot tell what the system says by default: %s; put a"
                + " chat_template.jinja into the folder that has it there as one literal")
            .formatted(
                folder,
                part.line(),
                shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown),
        null);
  }
}
