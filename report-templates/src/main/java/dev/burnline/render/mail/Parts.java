package dev.burnline.render.mail;

import dev.burnline.render.chart.MailChart;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The parts of the message, each with its encoding set, so that none is guessed. */
final class Parts {

  private Parts() {}

  static MimeBodyPart text(String text, String type) throws MessagingException {
    MimeBodyPart part = part(text.getBytes(StandardCharsets.UTF_8), type + "; charset=UTF-8");
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  static MimeBodyPart picture(MailChart chart, String contentId) throws MessagingException {
    MimeBodyPart part = part(chart.png(), "image/png");
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setHeader("Content-ID", "<" + contentId + ">");
    part.setHeader("Content-Disposition", "inline; filename=\"" + chart.name() + ".png\"");
    return part;
  }

  static MimeBodyPart zipped(byte[] csv, String fileName) throws MessagingException {
    MimeBodyPart part = part(gzip(csv), "application/gzip");
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + Headers.checked("file name", fileName) + "\"");
    return part;
  }

  private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    return part;
  }

  /** Since Java 16 the header of what this writes has neither time nor system. */
  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
