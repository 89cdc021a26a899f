package dev.burnline.serve.bench;

import dev.burnline.serve.bench.client.ChatClient;
import dev.burnline.serve.bench.client.Reply;
import dev.burnline.serve.bench.load.OpenLoop;
import dev.burnline.serve.bench.load.Pace;
import dev.burnline.serve.bench.load.Plan;
import dev.burnline.serve.bench.load.Sample;
import dev.burnline.serve.bench.result.JsonResult;
import dev.burnline.serve.bench.result.Objectives;
import dev.burnline.serve.bench.result.Result;
import dev.burnline.serve.bench.result.TextResult;
import dev.burnline.serve.terminal.StatusLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code burnline bench serve}. */
@Command(
    name = "serve",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Sends streamed chat completions to an OpenAI-compatible server and measures the answers."
          + " Requests leave at the times of a Poisson process and never wait for earlier answers;"
          + " latencies count from the time a request was meant to leave, so that a slow server"
          + " cannot hide behind a waiting client.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  burnline bench serve --rate 4 --duration 2m --slo ttft=500ms,e2e=5s",
      "  burnline bench serve --url https://models.example.org --api-key-env KEY",
      "",
      "Exit codes: 0 done, 2 wrong options, 3 the server cannot be reached or answered nothing."
    })
final class BenchServe implements Callable<Integer> {

  private static final int NO_ANSWER = 3;

  @Mixin private final BenchOptions options = new BenchOptions();

  @Spec private CommandSpec spec;

  /** Picocli's way in. */
  @SuppressWarnings("NullAway.Init")
  BenchServe() {}

  @Override
  public Integer call() throws InterruptedException {
    try {
      Pace pace = Pace.real();
      Plan plan = options.plan();
      Optional<Objectives> objectives = options.objectives();
      ChatClient client = options.client(System.getenv(), pace::nanos);
      return measure(pace, plan, objectives, client);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      return fail(String.valueOf(e.getMessage()));
    }
  }

  private int measure(Pace pace, Plan plan, Optional<Objectives> objectives, ChatClient client)
      throws IOException, InterruptedException {
    StatusLine status = StatusLine.onStandardError();
    String model = options.model == null ? client.firstModel() : options.model;
    for (int i = 0; i < options.warmUp; i++) {
      status.show("warming up, request " + (i + 1) + " of " + options.warmUp);
      Plan.Arrival arrival = plan.arrivals().get(i % plan.arrivals().size());
      Reply reply = client.ask(model, arrival.question()).join();
      if (reply instanceof Reply.Failed failed && failed.kind().equals("connect")) {
        status.clear();
        return fail("cannot reach the server: " + failed.message());
      }
    }
    OpenLoop loop =
        new OpenLoop(
            pace,
            question -> client.ask(model, question),
            new RunStatus(status, plan.arrivals().size(), pace::nanos));
    List<Sample> samples = loop.run(plan);
    status.clear();
    Result result = Result.of(samples, objectives);
    Map<String, String> settings = options.settings(model);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        options.json ? JsonResult.of(result, settings) + "\n" : TextResult.of(result, settings));
    out.flush();
    return result.answered() == 0 ? NO_ANSWER : ExitCode.OK;
  }

  private int fail(String problem) {
    spec.commandLine().getErr().println("burnline bench serve: " + problem);
    return NO_ANSWER;
  }
}
