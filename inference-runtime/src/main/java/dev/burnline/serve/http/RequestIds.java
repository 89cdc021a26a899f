package dev.burnline.serve.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names requests. */
final class RequestIds {

  static final String HEADER = "x-request-id";

  /** What is safe in a header, a log and a shell. */
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/=+-]{0,127}");

  private RequestIds() {}

  /** Returns the client's own id if it is printable and short, else a new one. */
  static String of(@Nullable String asked) {
    return asked != null && USABLE.matcher(asked).matches()
        ? asked
        : UUID.randomUUID().toString().replace("-", "");
  }
}
