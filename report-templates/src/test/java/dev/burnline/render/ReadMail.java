package dev.burnline.render;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** A mail as a reader's program takes it apart. */
record ReadMail(MimeMessage message) {

  static ReadMail of(byte[] bytes) throws MessagingException {
    return new ReadMail(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  String headers() throws MessagingException {
    return String.join("\n", Collections.list(message.getAllHeaderLines())) + "\n";
  }

  String text() throws MessagingException, IOException {
    return (String) part(alternative(), 0).getContent();
  }

  String html() throws MessagingException, IOException {
    return (String) part(related(), 0).getContent();
  }

  /** Pictures by content id, with the angle brackets. */
  Map<String, byte[]> pictures() throws MessagingException, IOException {
    var pictures = new LinkedHashMap<String, byte[]>();
    for (int i = 1; i < related().getCount(); i++) {
      BodyPart part = related().getBodyPart(i);
      pictures.put(part.getHeader("Content-ID")[0], part.getInputStream().readAllBytes());
    }
    return pictures;
  }

  BodyPart attachment() throws MessagingException, IOException {
    return part(mixed(), 1);
  }

  Multipart mixed() throws MessagingException, IOException {
    return (Multipart) message.getContent();
  }

  Multipart alternative() throws MessagingException, IOException {
    return (Multipart) part(mixed(), 0).getContent();
  }

  Multipart related() throws MessagingException, IOException {
    return (Multipart) part(alternative(), 1).getContent();
  }

  private static BodyPart part(Multipart of, int index) throws MessagingException {
    return of.getBodyPart(index);
  }
}
