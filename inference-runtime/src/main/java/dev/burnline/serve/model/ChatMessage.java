package dev.burnline.serve.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param content what is said; may be empty
 */
public record ChatMessage(Role role, String content) {

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** Returns the name in the API and in chat templates. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ChatMessage {
    requireNonNull(role, "role is null");
    requireNonNull(content, "content is null");
  }
}
