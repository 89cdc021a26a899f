package dev.burnline.serve.demo;

import ai.djl.engine.EngineException;
import dev.burnline.serve.demo.text.TrainingText;
import dev.burnline.serve.demo.text.Vocabulary;
import dev.burnline.serve.demo.train.NetworkShape;
import dev.burnline.serve.demo.train.Trainer;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.terminal.StatusLine;
import dev.burnline.serve.torch.LibTorchException;
import dev.burnline.serve.torch.LoadOptions;
import dev.burnline.serve.torch.ModelLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code burnline train-demo}. Exits 0 done, 1 PyTorch fails, 2 wrong options, 3 cannot
 * read or write.
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
      "Exit codes: 0 done, 1 PyTorch cannot be started or fails, 2 wrong options, a setting of",
      "PyTorch that cannot be, or a folder that holds something else, 3 cannot read the text or",
      "write the folder."
    })
public final class TrainDemo implements Callable<Integer> {

  static final String NAME = "burnline train-demo";

  private static final int FILE_FAULT = 3;

  @Mixin private final TrainOptions options = new TrainOptions();

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
    try {
      DemoFolder folder = new DemoFolder(options.out);
      folder.check();
      train(folder, options.budget(), options.threads(), options.source());
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (LibTorchException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (EngineException | ModelException e) {
      return failed(e, CommandLine.ExitCode.SOFTWARE);
    } catch (IOException e) {
      return failed(e, FILE_FAULT);
    }
  }

  private int failed(Exception why, int exitCode) {
    spec.commandLine().getErr().println("burnline train-demo: " + why);
    return exitCode;
  }

  private void train(DemoFolder folder, Budget budget, int threads, TrainingText source)
      throws IOException {
    NetworkShape shape = NetworkShape.small(Vocabulary.size());
    StatusLine status = StatusLine.onStandardError();
    Trainer.useThreads(threads);
    try (Trainer trainer = new Trainer(shape, options.seed)) {
      if (options.from != null) {
        trainer.goOnFrom(EarlierModel.read(options.from));
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
    LoadOptions how =
        new LoadOptions(LoadOptions.Dtype.AUTO, options.threads(), (done, total) -> {});
    try (LanguageModel model = ModelLoader.load(written, how)) {
      return new ModelCard(
          options.commands(budget),
          trainer.parameters(),
          result,
          options.text == null ? Exam.unseenSums(model) : null,
          options.text == null ? Exam.knownQuestions(model) : null);
    }
  }

  private void report(ModelCard card, long bytes) {
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "wrote %s: %.1f MB, %,d tokens learnt in %d s, loss %.4f%s%n",
        options.out,
        bytes / 1e6,
        card.training().tokens(),
        card.training().took().toSeconds(),
        card.training().loss(),
        card.sums() == null
            ? ""
            : ", unseen sums right: " + card.sums() + ", known questions: " + card.known());
    print.flush();
  }
}
