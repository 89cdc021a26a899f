package dev.burnline.deliver;

import static java.util.Objects.requireNonNull;

/**
 * What the mail server asks for.
 *
 * @param user name, not empty
 * @param password never printed
 */
record Credentials(String user, String password) {

  Credentials {
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
    if (user.isEmpty()) {
      throw new IllegalArgumentException("user is empty");
    }
  }

  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
