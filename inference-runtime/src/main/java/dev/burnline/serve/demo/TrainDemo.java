package dev.burnline.serve.demo;

import dev.burnline.serve.demo.text.DemoText;
import dev.burnline.serve.demo.text.FileText;
import dev.burnline.serve.demo.text.TrainingText;
import dev.burnline.serve.demo.text.Vocabulary;
import dev.burnline.serve.demo.train.NetworkShape;
import dev.burnline.serve.demo.train.Trainer;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.terminal.StatusLine;
import dev.burnline.serve.torch.LoadOptions;
import dev.burnline.serve.torch.ModelLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code burnline train-demo}. Exits 0 done, 2 wrong options, 3 cannot read or write.
 */
@Command(
    name = TrainDemo.NAME,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Trains a very small language model on this machine, without any download, and writes it as a"
          + " Hugging Face folder that 'burnline serve' loads.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  burnline train-demo --out /tmp/demo-model",
      "  burnline train-demo --out /tmp/tales --text tales.txt --minutes 10 --threads 4",
      "",
      "Exit codes: 0 done, 2 wrong options or a folder that holds something else,",
      "3 cannot read the text or write the folder."
    })
public final class TrainDemo implements Callable<Integer> {

  static final String NAME = "burnline train-demo";

  private static final long DEFAULT_TOKENS = 4_500_000;
  private static final long GREATEST_TEXT_BYTES = 256L << 20;
  private static final int FILE_FAULT = 3;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo-model",
      description = "Folder to write (default: ${DEFAULT-VALUE}). A demo model there is replaced.")
  private Path out = Path.of("demo-model");

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Learn this text instead of the generated conversations.")
  private @Nullable Path text;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Go on from the demo model in this folder instead of from nothing.")
  private @Nullable Path from;

  @ArgGroup private @Nullable Length length;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of weights and text (default: ${DEFAULT-VALUE}).")
  private long seed;

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

  @Spec private CommandSpec spec;

  /** Picocli's way in. */
  @SuppressWarnings("NullAway.Init")
  public TrainDemo() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    // Before DJL is touched: nothing is downloaded and nothing is reported.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, ready to be executed. */
  public static CommandLine commandLine() {
    return new CommandLine(new TrainDemo()).setParameterExceptionHandler(TrainDemo::refuse);
  }

  private static int refuse(ParameterException problem, String[] args) {
    problem.getCommandLine().getErr().println("burnline train-demo: " + problem.getMessage());
    problem.getCommandLine().getErr().println("Try 'burnline train-demo --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public Integer call() {
    Budget budget;
    DemoFolder folder = new DemoFolder(out);
    try {
      budget = budget();
      folder.check();
      if (threads < 1 || threads > Runtime.getRuntime().availableProcessors()) {
        throw new IllegalArgumentException(
            "--threads must be in 1..%d, got %d"
                .formatted(Runtime.getRuntime().availableProcessors(), threads));
      }
      train(folder, budget, source());
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      spec.commandLine().getErr().println("burnline train-demo: " + e);
      return FILE_FAULT;
    }
  }

  private void train(DemoFolder folder, Budget budget, TrainingText source) throws IOException {
    NetworkShape shape = NetworkShape.small(Vocabulary.size());
    StatusLine status = StatusLine.onStandardError();
    Trainer.useThreads(threads);
    try (Trainer trainer = new Trainer(shape, seed)) {
      if (from != null) {
        trainer.goOnFrom(EarlierModel.read(from));
      }
      Training.Result result =
          new Training(trainer, source, budget, System::nanoTime, status).run();
      try (StagedFolder staged = folder.stage(shape, trainer.weights())) {
        status.show("asking what it has not seen");
        ModelCard card = card(trainer, budget, result, staged.path());
        status.clear();
        report(card, staged.publish(card.text()));
      }
    }
  }

  /** Loads what was written as the server will, which shows that it can be loaded, and asks. */
  private ModelCard card(Trainer trainer, Budget budget, Training.Result result, Path written)
      throws IOException {
    LoadOptions options = new LoadOptions(LoadOptions.Dtype.AUTO, threads, (done, total) -> {});
    try (LanguageModel model = ModelLoader.load(written, options)) {
      return new ModelCard(
          commands(budget),
          trainer.parameters(),
          result,
          text == null ? Exam.unseenSums(model) : null,
          text == null ? Exam.knownQuestions(model) : null);
    }
  }

  private void report(ModelCard card, long bytes) {
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "wrote %s: %.1f MB, %,d tokens learnt in %d s, loss %.4f%s%n",
        out,
        bytes / 1e6,
        card.training().tokens(),
        card.training().took().toSeconds(),
        card.training().loss(),
        card.sums() == null
            ? ""
            : ", unseen sums right: " + card.sums() + ", known questions: " + card.known());
    print.flush();
  }

  private Budget budget() {
    if (length == null) {
      return new Budget.OfTokens(DEFAULT_TOKENS);
    }
    return length.minutes != null
        ? new Budget.OfMinutes(length.minutes)
        : new Budget.OfTokens(length.tokens == null ? DEFAULT_TOKENS : length.tokens);
  }

  private TrainingText source() throws IOException {
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

  private List<String> commands(Budget budget) throws IOException {
    List<String> commands = new ArrayList<>(from == null ? List.of() : EarlierModel.commands(from));
    commands.add(command(budget));
    return commands;
  }

  private String command(Budget budget) {
    return NAME
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
