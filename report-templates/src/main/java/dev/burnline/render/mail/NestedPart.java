package dev.burnline.render.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

/**
 * A part that holds a multipart. It writes the multipart itself: the activation framework would
 * first search home directory, Java and class path for tables of handlers.
 */
final class NestedPart extends MimeBodyPart {

  private final FixedMultipart multipart;

  NestedPart(FixedMultipart multipart) throws MessagingException {
    this.multipart = multipart;
    setHeader("Content-Type", multipart.getContentType());
  }

  @Override
  protected void updateHeaders() throws MessagingException {
    multipart.updateHeaders();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, MessagingException {
    writeTo(out, getAllHeaderLines(), multipart);
  }

  static void writeTo(OutputStream out, Enumeration<String> headerLines, FixedMultipart content)
      throws IOException, MessagingException {
    while (headerLines.hasMoreElements()) {
      String line = headerLines.nextElement() + "\r\n";
      out.write(line.getBytes(StandardCharsets.US_ASCII));
    }
    out.write('\r');
    out.write('\n');
    content.writeTo(out);
  }
}
