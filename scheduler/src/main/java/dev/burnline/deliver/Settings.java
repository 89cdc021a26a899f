package dev.burnline.deliver;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where to and how a mail is sent, checked.
 *
 * @param server the mail server
 * @param sender the envelope's sender, to whom bounces go; empty takes the mail's From
 * @param recipients at least one
 * @param credentials null when the server is to be asked without
 */
record Settings(
    SmtpServer server,
    Optional<MailAddress> sender,
    List<MailAddress> recipients,
    @Nullable Credentials credentials) {

  static final String USER_VARIABLE = "BURNLINE_SMTP_USER";
  static final String PASSWORD_VARIABLE = "BURNLINE_SMTP_PASSWORD";

  Settings {
    requireNonNull(server, "server is null");
    requireNonNull(sender, "sender is null");
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("recipients is empty");
    }
  }

  /**
   * Settings from options, where an option is missing from the file, and credentials from the
   * environment, else from the file.
   *
   * @throws IllegalArgumentException with every problem, one a line
   */
  static Settings of(
      Map<String, String> options, Map<String, String> file, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Function<String, String> setting = key -> options.getOrDefault(key, file.getOrDefault(key, ""));
    Security security =
        read("security", setting.apply("security"), problems, Settings::security)
            .orElse(Security.STARTTLS);
    Optional<SmtpServer> server =
        read("smtp", setting.apply("smtp"), problems, text -> SmtpServer.parse(text, security));
    Optional<List<MailAddress>> recipients =
        read("to", setting.apply("to"), problems, MailAddress::list);
    Optional<MailAddress> sender = read("from", setting.apply("from"), problems, MailAddress::new);
    if (setting.apply("smtp").isEmpty()) {
      problems.add("smtp: no mail server given, such as --smtp mail.example.org:587");
    }
    if (setting.apply("to").isEmpty()) {
      problems.add("to: no recipient given, such as --to sre@example.org");
    }
    String user = environment.getOrDefault(USER_VARIABLE, file.getOrDefault("user", ""));
    String password =
        environment.getOrDefault(PASSWORD_VARIABLE, file.getOrDefault("password", ""));
    if (user.isEmpty() != password.isEmpty()) {
      problems.add(
          "user and password belong together, but only the "
              + (user.isEmpty() ? "password" : "user")
              + " is set");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return new Settings(
        server.orElseThrow(),
        sender,
        recipients.orElseThrow(),
        user.isEmpty() ? null : new Credentials(user, password));
  }

  private static Security security(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      case "plain" -> Security.PLAIN;
      default ->
          throw new IllegalArgumentException(
              "'" + Printable.of(text) + "' is not one of starttls, tls, plain");
    };
  }

  private static <T> Optional<T> read(
      String key, String text, List<String> problems, Function<String, T> reader) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add(key + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
