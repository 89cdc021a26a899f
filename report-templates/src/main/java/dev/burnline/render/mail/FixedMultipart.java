package dev.burnline.render.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;

/** A multipart whose boundary is given: by itself one takes the clock and a counter. */
final class FixedMultipart extends MimeMultipart {

  private FixedMultipart(String subtype, ParameterList parameters, String boundary) {
    super(subtype);
    parameters.set("boundary", boundary);
    contentType = new ContentType("multipart", subtype, parameters).toString();
  }

  /** Seen by {@link NestedPart}. */
  @Override
  protected void updateHeaders() throws MessagingException {
    super.updateHeaders();
  }

  static FixedMultipart of(String subtype, String boundary) {
    return new FixedMultipart(subtype, new ParameterList(), boundary);
  }

  /** HTML and what it refers to; RFC 2387 wants the type of the first part said. */
  static FixedMultipart related(String boundary) {
    var parameters = new ParameterList();
    parameters.set("type", "text/html");
    return new FixedMultipart("related", parameters, boundary);
  }
}
