package dev.burnline.deliver;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a mail's bytes as they are; Jakarta Mail would make headers anew, Message-ID too. */
final class RawMessage extends MimeMessage {

  private final WrittenMail mail;
  private boolean handedOver;

  RawMessage(Session session, WrittenMail mail) {
    super(session);
    this.mail = mail;
    this.saved = true;
  }

  /** True when the bytes were written to the server to the last one. */
  boolean wasHandedOver() {
    return handedOver;
  }

  @Override
  public void saveChanges() {
    // What was written is final.
  }

  @Override
  public int getSize() {
    return mail.sizeBytes();
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
    out.write(mail.bytes());
    handedOver = true;
  }
}
