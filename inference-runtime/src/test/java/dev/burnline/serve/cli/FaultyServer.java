package dev.burnline.serve.cli;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.engine.batch.BatchingEngine;
import dev.burnline.serve.engine.batch.EngineSettings;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.settings.ServeSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole server as a process of its own; only its model is made up. The model does what prompts
 * say: {@code #slow}, {@code #repeat}, {@code #oom}, {@code #fault}, {@code #wrong}, {@code #stuck}
 * (forever, with all other requests); anything else it answers with {@code you said} and the
 * prompt.
 */
public final class FaultyServer {

  /** A key without a tenant. */
  public static final String KEY = "key-of-nobody";

  /** A key of the tenant {@code gold}. */
  public static final String GOLD_KEY = "key-of-gold";

  private static final long SLOW_STEP_NANOS = 1_000_000;
  private static final int SLOW_NUMBERS = 700;

  private FaultyServer() {}

  /** Serves until it is told to stop. */
  public static void main(String[] arguments) {
    ShutdownSignal signal = new ShutdownSignal();
    CountDownLatch stop = signal.install();
    int code =
        Serve.commandLine(
                Map.of("BURNLINE_API_KEYS", KEY + ",gold=" + GOLD_KEY), new Source(), stop)
            .execute(arguments);
    signal.exit(code);
  }

  /** Loads the made-up model. */
  static final class Source implements ModelSource {

    @Override
    public String name(ServeSettings settings) {
      return "fake";
    }

    @Override
    public TextEngine load(ServeSettings settings) {
      FakeModel model = new FakeModel(FaultyServer::answer);
      model.onStep(FaultyServer::obey);
      return BatchingEngine.start(
          model,
          EngineSettings.forModel(model.description(), settings.engine().maxBatch())
              .withQueueLength(settings.engine().queueLength()));
    }
  }

  private static String answer(String prompt) {
    if (prompt.contains("#slow")) {
      return IntStream.range(1_000, 1_000 + SLOW_NUMBERS)
          .mapToObj(Integer::toString)
          .collect(Collectors.joining(" "));
    }
    return prompt.contains("#repeat") ? "again and ".repeat(300) : "you said " + prompt;
  }

  private static void obey(List<Step> steps) {
    String prompts =
        steps.stream()
            .map(step -> FakeModel.promptOf(step.sequence()))
            .collect(Collectors.joining());
    if (prompts.contains("#oom")) {
      throw new DeviceOutOfMemoryException("CUDA out of memory", null);
    }
    if (prompts.contains("#fault")) {
      throw new DeviceFaultException("CUDA error: an illegal memory access", null);
    }
    if (prompts.contains("#wrong")) {
      throw new IllegalStateException("a shape does not fit");
    }
    while (prompts.contains("#stuck")) {
      LockSupport.park();
    }
    if (prompts.contains("#slow")) {
      LockSupport.parkNanos(SLOW_STEP_NANOS);
    }
  }
}
