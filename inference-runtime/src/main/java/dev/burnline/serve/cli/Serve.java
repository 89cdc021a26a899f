package dev.burnline.serve.cli;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.settings.ServeSettings;
import dev.burnline.serve.settings.Setting;
import dev.burnline.serve.settings.SettingsException;
import dev.burnline.serve.settings.SettingsReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code burnline serve}: answers OpenAI-compatible requests with a language model.
 *
 * <p>Exit codes: 0 stopped in order, 1 failed, 2 wrong usage or configuration, 3 the model cannot
 * be read.
 */
@Command(
    name = "burnline serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Serves a language model over HTTP: OpenAI's chat and text completions, a chat page at /,",
      "/health, /ready and /metrics; writes one line for each request to the log."
    },
    footer = {
      "",
      "Examples:",
      "  burnline serve                                     the small model, on 127.0.0.1:7860",
      "  burnline serve --model DeepSeek-R1-Distill-Qwen-1.5B --host 0.0.0.0 --api-keys keys.txt",
      "  curl 127.0.0.1:7860/v1/chat/completions -H 'Content-Type: application/json' \\",
      "       -d '{\"messages\": [{\"role\": \"user\", \"content\": \"2+3=\"}]}'",
      "",
      "A settings file is YAML or JSON, 'key: value' with the options' names without dashes;",
      "options win over it. API keys can also come from the environment, separated by commas:",
      "BURNLINE_API_KEYS. SIGTERM and Ctrl-C let requests at work end (--drain-seconds).",
      "",
      "Exit codes: 0 stopped in order, 1 failed (no memory for the model, for example), 2 wrong",
      "usage or configuration (a port in use, a log folder that cannot be written to), 3 the model",
      "cannot be read. When a model fails to load, the log ends with service.stopped, clean: false",
      "and the reason."
    })
public final class Serve implements Callable<Integer> {

  private static final String CONFIG = "--config";

  private final Map<String, String> environment;
  private final ModelSource models;
  private final CountDownLatch stop;
  private @Nullable CommandLine commandLine;

  Serve(Map<String, String> environment, ModelSource models, CountDownLatch stop) {
    this.environment = Map.copyOf(environment);
    this.models = models;
    this.stop = stop;
  }

  /** Starts the server; the process ends with its exit code when the server does. */
  public static void main(String[] args) {
    ShutdownSignal signal = new ShutdownSignal();
    int code = ExitCode.FAILED;
    try {
      code = commandLine(System.getenv(), new ModelFolder(), signal.install()).execute(args);
    } finally {
      // Without it nothing would end the process: its hook waits for an exit code.
      signal.exit(code);
    }
  }

  /**
   * Makes the command.
   *
   * @param stop the server stops when this is counted down
   */
  static CommandLine commandLine(
      Map<String, String> environment, ModelSource models, CountDownLatch stop) {
    Serve serve = new Serve(environment, models, stop);
    CommandSpec spec = CommandSpec.forAnnotatedObject(serve);
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(Path.class)
            .description("Settings; options win over it.")
            .build());
    for (Setting setting : Setting.values()) {
      spec.addOption(
          OptionSpec.builder("--" + setting.key())
              .paramLabel(setting.placeholder())
              .type(String.class)
              .description(setting.description())
              .build());
    }
    spec.usageMessage().abbreviateSynopsis(true).width(100);
    CommandLine line = new CommandLine(spec).setParameterExceptionHandler(Serve::refuse);
    serve.commandLine = line;
    return line;
  }

  /** Says what is wrong without burying it under a screen of help. */
  private static int refuse(ParameterException problem, String[] arguments) {
    PrintWriter err = problem.getCommandLine().getErr();
    err.println("burnline serve: " + problem.getMessage());
    err.println("Try 'burnline serve --help'.");
    err.flush();
    return ExitCode.WRONG_USAGE;
  }

  @Override
  public Integer call() {
    CommandLine line = given(commandLine);
    PrintWriter err = line.getErr();
    try {
      return serve(settings(line.getParseResult()), line.getOut(), err);
    } catch (SettingsException e) {
      err.println(e.getMessage());
      return ExitCode.WRONG_USAGE;
    } catch (StartException e) {
      err.println(e.getMessage());
      return e.exitCode();
    } catch (Error e) {
      err.println("burnline serve: failed: " + e);
      e.printStackTrace(err);
      return ExitCode.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    } finally {
      err.flush();
    }
  }

  private int serve(ServeSettings settings, PrintWriter out, PrintWriter err)
      throws StartException, InterruptedException {
    String name = models.name(settings);
    try (Service service = Service.open(settings, name)) {
      err.printf("burnline: loading %s, on %s%n", name, service.url());
      err.flush();
      try {
        Loading loading = Loading.begin(models, settings);
        Service.rehearse();
        Optional<TextEngine> engine = loading.await(stop);
        if (engine.isPresent()) {
          service.serve(engine.get());
          out.println(service.readyLine(engine.get().model()));
          out.flush();
          stop.await();
        }
      } catch (StartException | InterruptedException | RuntimeException | Error e) {
        service.failed(e);
        throw e;
      }
    }
    return ExitCode.STOPPED;
  }

  private ServeSettings settings(ParseResult parsed) throws SettingsException {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = parsed.matchedOptionValue("--" + setting.key(), null);
      if (value != null) {
        options.put(setting, value);
      }
    }
    return new SettingsReader(environment)
        .read(parsed.matchedOptionValue(CONFIG, (Path) null), options);
  }

  private static CommandLine given(@Nullable CommandLine line) {
    if (line == null) {
      throw new IllegalStateException("not started by its command line");
    }
    return line;
  }
}
