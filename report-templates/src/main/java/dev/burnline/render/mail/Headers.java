package dev.burnline.render.mail;

import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The headers of a report's mail; all of them follow from the report and the envelope.
 *
 * @param hash of report and language: in it two mails differ if and only if their reports do
 */
record Headers(Report report, Envelope envelope, String subject, String language, String hash) {

  static Headers of(Report report, Envelope envelope, String subject, String language) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ReportJson.write(report));
      digest.update(language.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String hash = HexFormat.of().formatHex(digest.digest(), 0, 12);
      return new Headers(report, envelope, subject, language, hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String messageId() {
    return "<%s.%s.%s@%s>".formatted(kind(), date(), hash, envelope.domain());
  }

  void write(MimeMessage message) throws MessagingException {
    message.setFrom(envelope.from());
    if (envelope.to().isEmpty()) {
      message.setHeader("To", "undisclosed-recipients:;");
    } else {
      message.setRecipients(
          jakarta.mail.Message.RecipientType.TO,
          envelope.to().toArray(jakarta.mail.internet.InternetAddress[]::new));
    }
    message.setHeader("Date", date(report.run().generatedAt()));
    message.setHeader("Subject", encoded(subject));
    // One thread a month and kind; its root is a message that nobody has to have sent.
    String root = "<%s.%s.thread@%s>".formatted(kind(), date().substring(0, 7), envelope.domain());
    message.setHeader("In-Reply-To", root);
    message.setHeader("References", root);
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader(
        "List-Id", "Burnline %s <%s.burnline.%s>".formatted(kind(), kind(), envelope.domain()));
    message.setHeader("Content-Language", language);
  }

  /** The text, or an error when it could begin a header of its own. */
  static String checked(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        throw new IllegalArgumentException(
            "%s must not contain line breaks or NUL, got one at %d of '%s'"
                .formatted(what, i, text.replace("\r", "\\r").replace("\n", "\\n")));
      }
    }
    return text;
  }

  private static String encoded(String subject) {
    try {
      String words = MimeUtility.encodeText(checked("subject", subject), "UTF-8", "B");
      return MimeUtility.fold("Subject: ".length(), words);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  private String kind() {
    return report.kind().name().toLowerCase(Locale.ROOT);
  }

  private String date() {
    // A budget is known by the day up to which it counts.
    var instant =
        report.kind() == Report.Kind.BUDGET
            ? report.window().end().minusMillis(1)
            : report.window().start();
    return LocalDate.ofInstant(instant, report.window().zone()).toString();
  }

  private static String date(Instant at) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    return date.replace("GMT", "+0000");
  }
}
