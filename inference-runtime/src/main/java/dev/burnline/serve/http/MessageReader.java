package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.model.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the messages of a conversation. */
final class MessageReader {

  private MessageReader() {}

  static Ask.Chat read(JsonFields request) throws ApiException {
    JsonNode list =
        request
            .any("messages")
            .orElseThrow(() -> ApiException.invalid("messages", "messages is missing"));
    if (!list.isArray() || list.isEmpty()) {
      throw request.wrong("messages", "must be an array of at least one message", list);
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof ObjectNode message)) {
        throw request.wrong("messages[%d]".formatted(i), "must be an object", list.get(i));
      }
      messages.add(message(new JsonFields(message, "messages[%d].".formatted(i))));
    }
    return new Ask.Chat(messages);
  }

  private static ChatMessage message(JsonFields message) throws ApiException {
    ChatMessage.Role role = role(message);
    for (String key : List.of("tool_calls", "function_call", "audio")) {
      Optional<JsonNode> value = message.any(key);
      if (value.isPresent() && !(value.get().isArray() && value.get().isEmpty())) {
        throw ApiException.invalid(message.path(key), message.path(key) + " is not supported");
      }
    }
    if (role == ChatMessage.Role.ASSISTANT && message.any("content").isEmpty()) {
      return new ChatMessage(role, ""); // As histories have it where an answer had no text.
    }
    JsonNode content =
        message
            .any("content")
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        message.path("content"), message.path("content") + " is missing"));
    return new ChatMessage(role, content(message, content));
  }

  private static ChatMessage.Role role(JsonFields message) throws ApiException {
    String role =
        message
            .text("role")
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        message.path("role"), message.path("role") + " is missing"));
    return switch (role) {
      case "system", "developer" -> ChatMessage.Role.SYSTEM;
      case "user" -> ChatMessage.Role.USER;
      case "assistant" -> ChatMessage.Role.ASSISTANT;
      case "tool", "function" ->
          throw ApiException.invalid(
              message.path("role"),
              "%s must not be '%s', as tools are not supported"
                  .formatted(message.path("role"), role));
      default ->
          throw ApiException.invalid(
              message.path("role"),
              "%s must be system, developer, user or assistant, got '%s'"
                  .formatted(message.path("role"), Shown.of(role)));
    };
  }

  /** Content is a text, or parts that are all texts. */
  private static String content(JsonFields message, JsonNode content) throws ApiException {
    if (content.isTextual()) {
      return JsonFields.wellFormed(content.textValue());
    }
    if (!content.isArray() || content.isEmpty()) {
      throw message.wrong("content", "must be a string or an array of text parts", content);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < content.size(); i++) {
      String path = "content[%d]".formatted(i);
      if (!(content.get(i) instanceof ObjectNode part)) {
        throw message.wrong(path, "must be an object", content.get(i));
      }
      JsonFields fields = new JsonFields(part, message.path(path) + ".");
      String type = fields.text("type").orElse("");
      if (!type.equals("text")) {
        throw ApiException.invalid(
            fields.path("type"),
            "%s must be 'text', as this model reads text only, got '%s'"
                .formatted(fields.path("type"), Shown.of(type)));
      }
      text.append(
          fields
              .text("text")
              .orElseThrow(
                  () ->
                      ApiException.invalid(
                          fields.path("text"), fields.path("text") + " is missing")));
    }
    return text.toString();
  }
}
