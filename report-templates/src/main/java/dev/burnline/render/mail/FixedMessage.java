package dev.burnline.render.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** A message whose id stays what it was given: saving one makes up a new id otherwise. */
final class FixedMessage extends MimeMessage {

  private final String messageId;

  FixedMessage(String messageId) {
    super(Session.getInstance(new Properties()));
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
