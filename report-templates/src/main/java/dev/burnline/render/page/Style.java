package dev.burnline.render.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style sheet and the hash by which the page's policy allows it and nothing else.
 *
 * @param css what stands between the style tags, byte for byte
 * @param hash its SHA-256 in base64
 */
record Style(String css, String hash) {

  static Style ofPage() {
    String name = "/dev/burnline/render/page.css";
    try (InputStream in = Style.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource %s is missing".formatted(name));
      }
      byte[] css = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(css);
      return new Style(
          new String(css, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(hash));
    } catch (IOException e) {
      throw new UncheckedIOException("resource %s cannot be read".formatted(name), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
