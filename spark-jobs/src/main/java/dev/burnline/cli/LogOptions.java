package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import dev.burnline.job.StoreRequest;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes which reads logs. */
final class LogOptions {

  private static final long LONGEST_WAIT_SECONDS = 7L * 24 * 3600;

  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Log files, folders or globs; any Hadoop file system URI. Default: none with --store,"
              + " which then says all, else the sample logs.")
  private List<String> logs = new ArrayList<>();

  @Option(
      names = "--slo",
      paramLabel = "FILE",
      description =
          "OpenSLO file, or a folder of them; may be repeated. Default: the sample logs' file,"
              + " which holds for every service.")
  private List<Path> slo = new ArrayList<>();

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Where rollups are kept between runs. Default: a folder under reports/ for these --logs.")
  private @Nullable String store;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for another run that uses the store. Default: 600.")
  private long waitSeconds = 600;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  StoreRequest request(Path home) throws SloFileException {
    for (String path : logs) {
      if (path.isBlank()) {
        throw wrong("--logs has an empty path: is a variable of the caller not set?");
      }
    }
    if (store != null && store.isBlank()) {
      throw wrong("--store is an empty path: is a variable of the caller not set?");
    }
    if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT_SECONDS) {
      throw wrong(
          "--wait must be 0 to %d seconds, got %d".formatted(LONGEST_WAIT_SECONDS, waitSeconds));
    }
    return new StoreRequest(logs(home), sloFile(home), store(), Duration.ofSeconds(waitSeconds));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(requireNonNull(command).commandLine(), message);
  }

  /** The sample logs have no business in a store that somebody named. */
  private List<String> logs(Path home) {
    return logs.isEmpty() && store == null
        ? List.of(home.resolve("sample-logs/logs").toString())
        : logs;
  }

  private SloFile sloFile(Path home) throws SloFileException {
    return SloFile.read(slo.isEmpty() ? List.of(home.resolve("sample-logs/slo.yaml")) : slo);
  }

  private String store() {
    return store == null ? storeOf(logs) : store;
  }

  /**
   * Returns the folder of the store for these logs: two sets of logs must never meet in one store
   * by accident.
   */
  static String storeOf(List<String> logs) {
    if (logs.isEmpty()) {
      return "reports/.store/sample-logs";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      logs.stream()
          .map(LogOptions::absolute)
          .sorted()
          .forEach(path -> digest.update((path + "\n").getBytes(StandardCharsets.UTF_8)));
      return "reports/.store/" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String absolute(String path) {
    return path.contains("://") ? path : Path.of(path).toAbsolutePath().normalize().toString();
  }
}
