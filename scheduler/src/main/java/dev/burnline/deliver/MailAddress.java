package dev.burnline.deliver;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A bare address as SMTP's envelope has it, without a display name.
 *
 * @param address {@code local@domain}, printable ASCII
 */
record MailAddress(String address) {

  MailAddress {
    requireNonNull(address, "address is null");
    if (!isBareAddress(address)) {
      throw new IllegalArgumentException(
          "'" + Printable.of(address) + "' is not an address such as sre@example.org");
    }
  }

  /** The addresses of a list separated by commas, repeated ones once, in order. */
  static List<MailAddress> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .map(MailAddress::new)
        .distinct()
        .toList();
  }

  InternetAddress toInternetAddress() {
    try {
      return new InternetAddress(address, true);
    } catch (AddressException e) {
      throw new IllegalStateException("checked before: " + address, e);
    }
  }

  /** Control characters, spaces and brackets are what an address could smuggle a command with. */
  private static boolean isBareAddress(String text) {
    if (text.indexOf('@') < 1 || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return false;
    }
    try {
      InternetAddress parsed = new InternetAddress(text, true);
      return text.equals(parsed.getAddress()) && parsed.getPersonal() == null;
    } catch (AddressException e) {
      return false;
    }
  }
}
