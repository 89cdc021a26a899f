package dev.burnline.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTML page with its style and its script. */
public final class ChatPage {

  private static final Pattern INLINE = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>");

  private final byte[] html;
  private final Map<String, String> headers;

  private ChatPage(byte[] html, Map<String, String> headers) {
    this.html = html;
    this.headers = headers;
  }

  /** Loads the page. */
  public static ChatPage load() {
    try (InputStream in = ChatPage.class.getResourceAsStream("chat.html")) {
      if (in == null) {
        throw new IllegalStateException("chat.html is not on the class path");
      }
      byte[] html = in.readAllBytes();
      return new ChatPage(html, headers(new String(html, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading chat.html", e);
    }
  }

  /** Returns the page in UTF-8. */
  public byte[] html() {
    return html.clone();
  }

  /** Returns the headers that go with it. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Only what stands in the page itself runs, known by its hash; it talks to its server alone. */
  private static Map<String, String> headers(String html) {
    Map<String, StringBuilder> hashes = new LinkedHashMap<>();
    Matcher inline = INLINE.matcher(html);
    while (inline.find()) {
      hashes
          .computeIfAbsent(inline.group(1), key -> new StringBuilder())
          .append(" 'sha256-" + sha256(inline.group(2)) + "'");
    }
    return Map.of(
        "Content-Type",
        "text/html; charset=utf-8",
        "Content-Security-Policy",
        "default-src 'none'; connect-src 'self'; img-src data:; style-src%s; script-src%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            .formatted(hashes.get("style"), hashes.get("script")),
        "Referrer-Policy",
        "no-referrer",
        "X-Frame-Options",
        "DENY",
        "Cache-Control",
        "no-cache");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
