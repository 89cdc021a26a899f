package dev.burnline.render.mail;

import dev.burnline.render.chart.MailChart;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.table.Attachment;
import dev.burnline.render.template.Templates;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Renders a report as a mail. */
public final class ReportMail {

  private final Words words;
  private final Templates templates;
  private final Envelope envelope;

  /** Renders in the language of {@code words}. */
  public ReportMail(Words words, Templates templates, Envelope envelope) {
    this.words = words;
    this.templates = templates;
    this.envelope = envelope;
  }

  /** The words of a mail, before the pictures are there. */
  public record Body(String subject, String text, String html) {}

  /** Writes the words of the mail of a cleaned report. They refer to the pictures. */
  public Body body(Report report, Findings findings, List<MailChart> charts) {
    return new MailBody(words, templates).of(report, findings, charts);
  }

  /**
   * Puts the message together: {@code mixed{alternative{text, related{html, pictures}}, csv.gz}}.
   */
  public byte[] assemble(Report report, Body body, List<MailChart> charts) {
    Headers headers = Headers.of(report, envelope, body.subject(), words.language());
    try {
      var related = FixedMultipart.related(boundary(headers, "related"));
      related.addBodyPart(Parts.text(body.html(), "text/html"));
      for (MailChart chart : charts) {
        related.addBodyPart(Parts.picture(chart, MailBody.contentId(chart)));
      }
      var alternative = FixedMultipart.of("alternative", boundary(headers, "alternative"));
      alternative.addBodyPart(Parts.text(body.text(), "text/plain"));
      alternative.addBodyPart(new NestedPart(related));
      FixedMultipart mixed = FixedMultipart.of("mixed", boundary(headers, "mixed"));
      mixed.addBodyPart(new NestedPart(alternative));
      var table = Attachment.of(report);
      mixed.addBodyPart(Parts.zipped(table.csv(), table.fileName() + ".gz"));
      var message = new FixedMessage(headers.messageId(), mixed);
      headers.write(message);
      message.saveChanges();
      var out = new ByteArrayOutputStream(1 << 18);
      message.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("mail cannot be put together: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static String boundary(Headers headers, String level) {
    return "=_" + level + "_" + headers.hash();
  }
}
