package dev.burnline.render.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message whose id stays what it was given: saving one makes up a new id otherwise. */
final class FixedMessage extends MimeMessage {

  private final String messageId;
  private final FixedMultipart whole;

  FixedMessage(String messageId, FixedMultipart content) throws MessagingException {
    // No session: it is for transports, and looks for their settings all over the class path.
    super((Session) null);
    this.messageId = messageId;
    this.whole = content;
    setContent(content);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, MessagingException {
    NestedPart.writeTo(out, getAllHeaderLines(), whole);
  }
}
