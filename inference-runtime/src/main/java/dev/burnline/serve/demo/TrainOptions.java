package dev.burnline.serve.demo;

import dev.burnline.serve.demo.text.DemoText;
import dev.burnline.serve.demo.text.FileText;
import dev.burnline.serve.demo.text.TrainingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code burnline train-demo}. Wrong ones are {@link IllegalArgumentException}s. */
final class TrainOptions {

  private static final long DEFAULT_TOKENS = 4_500_000;
  private static final long GREATEST_TEXT_BYTES = 256L << 20;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo-model",
      description = "Folder to write (default: ${DEFAULT-VALUE}). A demo model there is replaced.")
  Path out = Path.of("demo-model");

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Learn this text instead of the generated conversations.")
  @Nullable Path text;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Go on from the demo model in this folder instead of from nothing.")
  @Nullable Path from;

  @ArgGroup private @Nullable Length length;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of weights and text (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads to compute with (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this page and exit.")
  @SuppressWarnings("unused") // read by picocli
  private boolean help;

  /** Returns the threads to compute with. */
  int threads() {
    int most = Runtime.getRuntime().availableProcessors();
    if (threads < 1 || threads > most) {
      throw new IllegalArgumentException(
          "--threads must be in 1..%d, got %d".formatted(most, threads));
    }
    return threads;
  }

  /** Returns how long to train. */
  Budget budget() {
    if (length == null) {
      return new Budget.OfTokens(DEFAULT_TOKENS);
    }
    return length.minutes != null
        ? new Budget.OfMinutes(length.minutes)
        : new Budget.OfTokens(length.tokens == null ? DEFAULT_TOKENS : length.tokens);
  }

  /** Returns what to learn from; a file is read. */
  TrainingText source() throws IOException {
    if (text == null) {
      return from == null ? new DemoText(seed) : DemoText.advanced(seed);
    }
    long bytes = Files.size(text);
    if (bytes < FileText.LEAST_BYTES || bytes > GREATEST_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "'%s' must have %d to %d bytes, but has %d"
              .formatted(text, FileText.LEAST_BYTES, GREATEST_TEXT_BYTES, bytes));
    }
    return new FileText(Files.readAllBytes(text), seed);
  }

  /** Returns the commands that make the model, those of the earlier one first. */
  List<String> commands(Budget budget) throws IOException {
    List<String> commands = new ArrayList<>(from == null ? List.of() : EarlierModel.commands(from));
    commands.add(command(budget));
    return commands;
  }

  private String command(Budget budget) {
    return TrainDemo.NAME
        + " "
        + (from == null ? "" : "--from " + from.getFileName() + " ")
        + (text == null ? "" : "--text " + text.getFileName() + " ")
        + budget.option()
        + " --seed "
        + seed
        + " --threads "
        + threads;
  }

  /** How long to train: one way or the other. */
  private static final class Length {

    @Option(
        names = "--minutes",
        paramLabel = "N",
        required = true,
        description = "Train for so many minutes.")
    private @Nullable Double minutes;

    @Option(
        names = "--tokens",
        paramLabel = "N",
        required = true,
        description = "Train until so many tokens are learnt (default: 4500000).")
    private @Nullable Long tokens;
  }
}
