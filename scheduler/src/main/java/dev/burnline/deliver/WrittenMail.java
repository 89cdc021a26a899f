package dev.burnline.deliver;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/** A mail as it was written to a file, with every line ending in CR LF. */
final class WrittenMail {

  private final byte[] bytes;
  private final String messageId;
  private final MailAddress from;

  private WrittenMail(byte[] bytes, String messageId, MailAddress from) {
    this.bytes = bytes;
    this.messageId = messageId;
    this.from = from;
  }

  /**
   * Reads the mail of a report: a {@code .eml} file, or a folder that holds {@code report.eml}.
   *
   * @throws UnreadableReportException when there is none, when a header that delivery stands on is
   *     missing, or when a NUL or a lone CR could be taken for the end of the mail
   */
  static WrittenMail read(Path report) throws UnreadableReportException {
    Path file = Files.isDirectory(report) ? report.resolve("report.eml") : report;
    byte[] bytes = withCrLf(file, bytesOf(file));
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      String messageId = message.getMessageID();
      if (messageId == null || !messageId.matches("<[\\x21-\\x7e]+@[\\x21-\\x7e]+>")) {
        throw new UnreadableReportException(
            file + " has no Message-ID, which tells a repeated mail from a new one");
      }
      if (message.getHeader("Bcc") != null) {
        throw new UnreadableReportException(
            file + " has a Bcc header, which every recipient would see");
      }
      Address[] from = message.getFrom();
      if (from == null || from.length == 0) {
        throw new UnreadableReportException(file + " has no From header");
      }
      return new WrittenMail(
          bytes, messageId, new MailAddress(((InternetAddress) from[0]).getAddress()));
    } catch (MessagingException | IllegalArgumentException e) {
      throw new UnreadableReportException(
          file + " is not a mail: " + Printable.of(String.valueOf(e.getMessage())));
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int sizeBytes() {
    return bytes.length;
  }

  /** With its angle brackets. */
  String messageId() {
    return messageId;
  }

  /** The address of the first sender named in the From header. */
  MailAddress from() {
    return from;
  }

  private static byte[] bytesOf(Path file) throws UnreadableReportException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableReportException(file + " does not exist");
    } catch (IOException e) {
      throw new UnreadableReportException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static byte[] withCrLf(Path file, byte[] raw) throws UnreadableReportException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + 1024);
    for (int i = 0; i < raw.length; i++) {
      byte b = raw[i];
      boolean beforeLf = i + 1 < raw.length && raw[i + 1] == '\n';
      if (b == 0 || (b == '\r' && !beforeLf)) {
        throw new UnreadableReportException(
            file + " has a " + (b == 0 ? "NUL" : "lone CR") + " at byte " + i);
      }
      if (b == '\n' && (i == 0 || raw[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(b);
    }
    return out.toByteArray();
  }
}
