package dev.burnline.serve.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One setting: an option of the command line and a key of the settings file. */
public enum Setting {
  MODEL(Type.text("DIR"), "", "Folder of the model. Default: the small model that comes along."),
  MODEL_NAME(Type.text("NAME"), "", "The model's name in the API. Default: its folder's name."),
  HOST(Type.text("HOST"), "127.0.0.1", "Address to listen on; 0.0.0.0 for all."),
  PORT(Type.whole(0, 65_535), "7860", "Port to listen on; 0 for any free one."),
  LOG_DIR(Type.text("DIR"), "logs", "Folder of the request log."),
  SERVICE(Type.text("NAME"), "", "The service in the log. Default: the model's name."),
  INSTANCE(Type.text("NAME"), "", "The instance in the log. Default: this host's name and port."),
  API_KEYS(
      Type.text("FILE"),
      "",
      "API keys that clients must send, a line each: KEY or TENANT=KEY. Readable by its owner"
          + " only."),
  CORS_ORIGIN(
      Type.text("ORIGIN"), "", "The one web site whose pages may call the API; none by default."),
  DTYPE(
      Type.oneOf("auto", "float32", "bfloat16"),
      "auto",
      "Type of the weights in memory; auto is that of the file."),
  THREADS(Type.whole(0, 1_024), "0", "Threads of the model on a CPU; 0 for one per core."),
  MAX_BATCH(Type.whole(1, 4_096), "8", "Most requests that the model works on at a time."),
  CACHE_MIB(
      Type.whole(0, 10_000_000),
      "0",
      "Memory of the key-value cache in MiB; 0 for as much as the batch needs, up to a bound."),
  MAX_BODY_BYTES(Type.whole(1_024, 256L << 20), "1048576", "Longest body of a request."),
  MAX_PROMPT_TOKENS(
      Type.whole(1, 10_000_000), "10000000", "Longest prompt; the model's context bounds it too."),
  MAX_TOKENS(Type.whole(1, 10_000_000), "8192", "Most tokens that a request may ask for."),
  DEFAULT_MAX_TOKENS(
      Type.whole(1, 10_000_000), "2048", "Most tokens of an answer when a request does not say."),
  QUEUE_LENGTH(Type.whole(0, 1_000_000), "128", "Most requests that wait; more get status 429."),
  QUEUE_SECONDS(Type.whole(1, 86_400), "60", "Longest wait in the queue."),
  GENERATION_SECONDS(Type.whole(1, 86_400), "300", "Longest time that an answer may take."),
  MAX_CONNECTIONS(
      Type.whole(1, 100_000),
      "512",
      "Most open connections; when all are taken, the one that has waited longest for its client"
          + " goes."),
  HEADER_SECONDS(
      Type.whole(1, 3_600), "10", "Longest time that a client may take for a request's header."),
  BODY_SECONDS(Type.whole(1, 3_600), "30", "Longest time that a client may take for its body."),
  HEARTBEAT_SECONDS(Type.whole(1, 3_600), "15", "A silent stream gets a comment line this often."),
  WEDGED_SECONDS(
      Type.whole(1, 86_400), "60", "The engine is wedged when a step takes longer than this."),
  DRAIN_SECONDS(Type.whole(0, 86_400), "30", "Patience with requests at work on SIGTERM."),
  LOG_FILE_MIB(Type.whole(1, 100_000), "100", "A log file is rotated at this size."),
  LOG_BACKUPS(Type.whole(1, 1_000), "5", "How many rotated log files are kept.");

  private final Type type;
  private final String builtIn;
  private final String description;

  Setting(Type type, String builtIn, String description) {
    this.type = type;
    this.builtIn = builtIn;
    this.description = description;
  }

  /**
   * Returns the key in a file, for example {@code max-body-bytes}; an option has two dashes more.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what is asked for, for example {@code FILE} or {@code N}. */
  public String placeholder() {
    return type.placeholder();
  }

  /** Returns one or two sentences for the help page, the default among them. */
  public String description() {
    return builtIn.isEmpty() ? description : description + " Default: " + builtIn + ".";
  }

  Type type() {
    return type;
  }

  String builtIn() {
    return builtIn;
  }

  static String keys() {
    return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
