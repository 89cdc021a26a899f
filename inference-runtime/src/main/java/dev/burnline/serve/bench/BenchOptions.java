package dev.burnline.serve.bench;

import dev.burnline.serve.bench.client.ChatClient;
import dev.burnline.serve.bench.load.Lengths;
import dev.burnline.serve.bench.load.Plan;
import dev.burnline.serve.bench.load.Prompts;
import dev.burnline.serve.bench.result.Objectives;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of {@code burnline bench serve}. Wrong ones are {@link IllegalArgumentException}s.
 */
final class BenchOptions {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:7860",
      description = "Where the API is, with or without /v1 (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model to ask (default: the first that the server lists).")
  @Nullable String model;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "2",
      description = "Mean requests per second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Send for so long, for example 90s or 5m (default: 60s).")
  private @Nullable String duration;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "Send at most so many requests; without --duration exactly so many.")
  private @Nullable Integer requests;

  @Option(
      names = "--prompt-lengths",
      paramLabel = "LENGTHS",
      defaultValue = "median=60,p95=300",
      description =
          "Characters of a prompt (default: ${DEFAULT-VALUE}): 128, 16,64,256 (each as often),"
              + " 10-200 (all as often) or median=M,p95=P (log-normal, cut at four times P).")
  private String promptLengths = "";

  @Option(
      names = "--output-lengths",
      paramLabel = "LENGTHS",
      defaultValue = "median=32,p95=220",
      description =
          "Most output tokens of a request, in the same ways (default: ${DEFAULT-VALUE}).")
  private String outputLengths = "";

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = "Ask lines of this file by chance instead of words by chance.")
  private @Nullable Path prompts;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of arrivals, lengths and prompts (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2",
      description = "Requests one after the other before, not counted (default: ${DEFAULT-VALUE}).")
  int warmUp;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "120s",
      description = "Longest time for one answer (default: ${DEFAULT-VALUE}).")
  private String timeout = "";

  @Option(
      names = "--api-key-env",
      paramLabel = "VARIABLE",
      description = "Environment variable that holds the API key.")
  private @Nullable String apiKeyVariable;

  @Option(
      names = "--slo",
      paramLabel = "LIMITS",
      description = "Limits of a good request, for example ttft=500ms,tpot=50ms,e2e=5s.")
  private @Nullable String slo;

  @Option(names = "--json", description = "Print one JSON object instead of a page.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this page and exit.")
  @SuppressWarnings("unused") // read by picocli
  private boolean help;

  Plan plan() throws IOException {
    if (requests != null && requests < 1) {
      throw new IllegalArgumentException("--requests must be at least 1, got " + requests);
    }
    Duration longest =
        duration != null
            ? duration("--duration", duration)
            : requests != null ? Duration.ofDays(1) : Duration.ofMinutes(1);
    int most = requests == null ? Integer.MAX_VALUE : requests;
    return Plan.poisson(rate, most, longest, prompts(), outputs(), seed);
  }

  ChatClient client(Map<String, String> environment, LongSupplier nanoClock) {
    URI base;
    try {
      base = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--url must be a URL, got '" + url + "'", e);
    }
    if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
        || base.getHost() == null) {
      throw new IllegalArgumentException(
          "--url must begin with http:// or https://, got '" + url + "'");
    }
    Optional<String> key = Optional.empty();
    if (apiKeyVariable != null) {
      key = Optional.ofNullable(environment.get(apiKeyVariable));
      if (key.isEmpty()) {
        throw new IllegalArgumentException(
            "--api-key-env names " + apiKeyVariable + ", which is not set");
      }
    }
    if (warmUp < 0) {
      throw new IllegalArgumentException("--warm-up must not be negative, got " + warmUp);
    }
    return new ChatClient(base, key, duration("--timeout", timeout), nanoClock);
  }

  Optional<Objectives> objectives() {
    return Optional.ofNullable(slo).map(Objectives::parse);
  }

  /** Returns what is asked for, for the head of the result. */
  Map<String, String> settings(String askedModel) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("endpoint", url);
    settings.put("model", askedModel);
    settings.put(
        "arrivals", String.format(Locale.ROOT, "Poisson, %s requests/s, seed %d", rate, seed));
    settings.put("prompts", prompts().toString());
    settings.put("output limit", outputs() + " tokens");
    return settings;
  }

  private Prompts prompts() throws IOException {
    if (prompts == null) {
      return new Prompts.Words(lengths("--prompt-lengths", promptLengths));
    }
    try {
      return new Prompts.Given(Files.readAllLines(prompts));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("--prompts '" + prompts + "' is not UTF-8", e);
    }
  }

  private Lengths outputs() {
    return lengths("--output-lengths", outputLengths);
  }

  private static Lengths lengths(String option, String text) {
    try {
      return Lengths.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }

  private static Duration duration(String option, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          option + " must be like 500ms, 90s, 5m or 1h, got '" + text + "'");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
