package dev.burnline.cli;

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
import picocli.CommandLine.Option;

/** The options that every command takes which reads logs. */
final class LogOptions {

  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Log files, folders or globs; any Hadoop file system URI. Default: the sample logs.")
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

  StoreRequest request(Path home) throws SloFileException {
    return new StoreRequest(logs(home), sloFile(home), store(), Duration.ofSeconds(waitSeconds));
  }

  /** As {@link #request}, but without logs when only a store is named. */
  StoreRequest requestOfStore(Path home) throws SloFileException {
    boolean isStoreOnly = store != null && logs.isEmpty();
    return new StoreRequest(
        isStoreOnly ? List.of() : logs(home),
        sloFile(home),
        store(),
        Duration.ofSeconds(waitSeconds));
  }

  private List<String> logs(Path home) {
    return logs.isEmpty() ? List.of(home.resolve("sample-logs/logs").toString()) : logs;
  }

  private SloFile sloFile(Path home) throws SloFileException {
    return SloFile.read(slo.isEmpty() ? List.of(home.resolve("sample-logs/slo.yaml")) : slo);
  }

  /** Two sets of logs must never meet in one store by accident. */
  private String store() {
    if (store != null) {
      return store;
    }
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
