package dev.burnline.deliver;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server.
 *
 * @param host name or address, IPv6 without brackets
 * @param port 1 to 65535
 * @param security how the connection is protected; {@link Security#PLAIN} for this machine only
 */
record SmtpServer(String host, int port, Security security) {

  private static final Pattern HOST_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

  SmtpServer {
    requireNonNull(host, "host is null");
    requireNonNull(security, "security is null");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 1 to 65535, got " + port);
    }
    if (security == Security.PLAIN && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw new IllegalArgumentException(
          "security 'plain' is for a server on this machine, not for '"
              + host
              + "'; use starttls or tls");
    }
  }

  /** Reads {@code host}, {@code host:port} or {@code [v6]:port}; the port defaults by security. */
  static SmtpServer parse(String text, Security security) {
    Matcher parts = HOST_PORT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + Printable.of(text) + "' is not host:port, such as mail.example.org:587");
    }
    String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
    int port = parts.group(3) != null ? Integer.parseInt(parts.group(3)) : security.defaultPort();
    return new SmtpServer(host, port, security);
  }

  @Override
  public String toString() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return name + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
  }
}
