package dev.burnline.serve.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * All settings of the server.
 *
 * @param model folder of the model; empty for the one that comes along
 * @param modelName name of the model in the API; empty for that of its folder
 * @param host address to listen on
 * @param port port to listen on; 0 for any free one
 * @param engine how the model runs
 * @param limits what a request may ask for
 * @param log where and how the request log is written
 * @param keys who may ask
 * @param corsOrigin the web site whose pages may call the API
 * @param drainPatience how long requests at work may go on after SIGTERM
 */
public record ServeSettings(
    Optional<Path> model,
    Optional<String> modelName,
    String host,
    int port,
    EngineSettings engine,
    Limits limits,
    LogSettings log,
    ApiKeys keys,
    Optional<String> corsOrigin,
    Duration drainPatience) {

  /**
   * How the model runs.
   *
   * @param dtype {@code auto}, {@code float32} or {@code bfloat16}
   * @param threads threads on a CPU; 0 for one per core
   * @param maxBatch most requests at work at a time, at least 1
   * @param cacheMib memory of the key-value cache in MiB; 0 for what the batch needs
   * @param queueLength most requests that wait
   */
  public record EngineSettings(
      String dtype, int threads, int maxBatch, long cacheMib, int queueLength) {}

  /**
   * Where and how the request log is written.
   *
   * @param folder folder of the log
   * @param service the service's name; empty for the model's
   * @param instance the instance's name; empty for host and port
   * @param maxFileBytes a file is rotated at this size
   * @param backups how many rotated files are kept
   */
  public record LogSettings(
      Path folder,
      Optional<String> service,
      Optional<String> instance,
      long maxFileBytes,
      int backups) {}

  public ServeSettings {
    requireNonNull(model, "model is null");
    requireNonNull(modelName, "modelName is null");
    requireNonNull(host, "host is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(limits, "limits is null");
    requireNonNull(log, "log is null");
    requireNonNull(keys, "keys is null");
    requireNonNull(corsOrigin, "corsOrigin is null");
    requireNonNull(drainPatience, "drainPatience is null");
  }

  static ServeSettings of(Values values, ApiKeys keys) {
    return new ServeSettings(
        values.text(Setting.MODEL).map(Path::of),
        values.text(Setting.MODEL_NAME),
        values.text(Setting.HOST).orElseThrow(),
        values.count(Setting.PORT),
        new EngineSettings(
            values.text(Setting.DTYPE).orElseThrow(),
            values.count(Setting.THREADS),
            values.count(Setting.MAX_BATCH),
            values.whole(Setting.CACHE_MIB),
            values.count(Setting.QUEUE_LENGTH)),
        Limits.of(values),
        new LogSettings(
            Path.of(values.text(Setting.LOG_DIR).orElseThrow()),
            values.text(Setting.SERVICE),
            values.text(Setting.INSTANCE),
            values.whole(Setting.LOG_FILE_MIB) << 20,
            values.count(Setting.LOG_BACKUPS)),
        keys,
        values.text(Setting.CORS_ORIGIN),
        values.seconds(Setting.DRAIN_SECONDS));
  }
}
