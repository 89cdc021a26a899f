package dev.burnline.deliver;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code burnline send}: delivers a written report by mail.
 *
 * <p>Exit codes: 0 every recipient's server took the mail, 2 wrong usage or configuration, 3 the
 * report cannot be read or some recipient did not get it.
 */
@Command(
    name = "burnline send",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Delivers a written report.eml over SMTP, byte for byte.",
    footer = {
      "",
      "A CONFIG file has lines 'key = value' with the keys smtp, security, from, to, user, password;",
      "with a password in it, only its owner may read it (chmod 600). User and password can come",
      "from the environment instead: BURNLINE_SMTP_USER, BURNLINE_SMTP_PASSWORD.",
      "",
      "Exit codes: 0 accepted for every recipient, 2 wrong usage or configuration,",
      "3 the report cannot be read, or not every recipient's mail was accepted."
    })
public final class Send implements Callable<Integer> {

  private static final int DELIVERED = 0;
  private static final int WRONG_USAGE = 2;
  private static final int NOT_DELIVERED = 3;

  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--report",
      required = true,
      paramLabel = "DIR|FILE.eml",
      description = "The report: its folder or its mail.")
  private @Nullable Path report;

  @Option(
      names = "--to",
      paramLabel = "A[,B]",
      description = "Recipients. The mail's own To header stays as it was written.")
  private @Nullable String to;

  @Option(
      names = "--from",
      paramLabel = "A",
      description = "Envelope sender, to whom bounces go. Default: the mail's From.")
  private @Nullable String from;

  @Option(
      names = "--smtp",
      paramLabel = "HOST[:PORT]",
      description = "Mail server. Default port: 587 starttls, 465 tls, 25 plain.")
  private @Nullable String smtp;

  @Option(
      names = "--security",
      paramLabel = "HOW",
      description = "starttls (default, demanded), tls, or plain (this machine only).")
  private @Nullable String security;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings; options win over it.")
  private @Nullable Path config;

  @Option(
      names = "--timeout-seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "Longest wait for the server's next answer. Default: ${DEFAULT-VALUE}.")
  private int timeoutSeconds;

  @Option(names = "--dry-run", description = "Check all, connect to nothing, say what would go.")
  private boolean dryRun;

  Send(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Starts the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine(System.getenv()).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Send(environment)).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    PrintWriter out = commandLine().getOut();
    PrintWriter err = commandLine().getErr();
    try {
      if (timeoutSeconds < 1) {
        throw new IllegalArgumentException(
            "--timeout-seconds: must be at least 1, got " + timeoutSeconds);
      }
      Map<String, String> file = config == null ? Map.of() : ConfigFile.read(config);
      Settings settings = Settings.of(options(), file, environment);
      WrittenMail mail = WrittenMail.read(given(report));
      MailAddress sender = settings.sender().orElse(mail.from());
      return dryRun ? tell(out, settings, mail, sender) : deliver(out, settings, mail, sender);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (UnreadableReportException e) {
      err.println(e.getMessage());
      return NOT_DELIVERED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int deliver(PrintWriter out, Settings settings, WrittenMail mail, MailAddress sender) {
    Smtp smtp =
        new Smtp(settings.server(), settings.credentials(), Duration.ofSeconds(timeoutSeconds));
    List<Delivery> deliveries = smtp.deliver(mail, sender, settings.recipients());
    deliveries.forEach(delivery -> out.println(delivery.line()));
    long accepted = deliveries.stream().filter(Delivery::isAccepted).count();
    out.printf(
        "%s: accepted for %d of %d recipients by %s%n",
        mail.messageId(), accepted, deliveries.size(), settings.server());
    return accepted == deliveries.size() ? DELIVERED : NOT_DELIVERED;
  }

  private static int tell(
      PrintWriter out, Settings settings, WrittenMail mail, MailAddress sender) {
    settings.recipients().forEach(r -> out.println("would send to " + r.address()));
    out.printf(
        "%s: %d bytes from %s by %s%s, nothing sent%n",
        mail.messageId(),
        mail.sizeBytes(),
        sender.address(),
        settings.server(),
        settings.credentials() == null ? "" : " as " + settings.credentials().user());
    return DELIVERED;
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    putIfGiven(options, "smtp", smtp);
    putIfGiven(options, "security", security);
    putIfGiven(options, "from", from);
    putIfGiven(options, "to", to);
    return options;
  }

  private static void putIfGiven(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private CommandLine commandLine() {
    return given(spec).commandLine();
  }

  /** Picocli sets what is required before it calls. */
  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("not set by the command line");
    }
    return value;
  }
}
