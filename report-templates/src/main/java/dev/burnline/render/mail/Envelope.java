package dev.burnline.render.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sends the mail to whom; addresses are checked, line breaks in them are refused.
 *
 * @param from the sender
 * @param to the readers, may be empty
 */
public record Envelope(InternetAddress from, List<InternetAddress> to) {

  public Envelope {
    requireNonNull(from, "from is null");
    to = List.copyOf(to);
  }

  /**
   * Reads addresses such as {@code Name <name@host>}.
   *
   * @throws IllegalArgumentException naming the address that is none
   */
  public static Envelope of(String from, List<String> to) {
    var readers = new ArrayList<InternetAddress>();
    for (String reader : to) {
      readers.add(address(reader));
    }
    return new Envelope(address(from), readers);
  }

  /** The part of the sender's address behind the last {@code @}. */
  String domain() {
    String address = from.getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static InternetAddress address(String text) {
    Headers.checked("address", text);
    try {
      var address = new InternetAddress(text, true);
      if (address.getAddress().indexOf('@') < 0) {
        throw new IllegalArgumentException("address '%s' has no @".formatted(text));
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "address '%s' is not valid: %s".formatted(text, e.getMessage()), e);
    }
  }
}
