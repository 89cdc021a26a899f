package dev.burnline.serve.requestlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.burnline.serve.event.LogEvent;
import java.io.IOException;
import java.time.Instant;

/** Turns events into lines and numbers them. */
final class LineEncoder {

  private final JsonFactory factory =
      new JsonFactoryBuilder()
          .characterEscapes(new LogEscapes())
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final String service;
  private final String instance;
  private final String bootId;
  private long seq;
  private long droppedBefore;

  LineEncoder(String service, String instance, String bootId) {
    this.service = service;
    this.instance = instance;
    this.bootId = bootId;
  }

  /**
   * Appends a line.
   *
   * @param droppedSoFar lines dropped since the boot: they use up numbers, so that a reader sees by
   *     the gap how many lines are missing and roughly where
   * @return false when the event cannot be written; the caller is to count it as dropped, which is
   *     what its number stands for
   */
  boolean encode(PendingLine line, long droppedSoFar, LineBuffer out) {
    seq += 1 + droppedSoFar - droppedBefore;
    droppedBefore = droppedSoFar;
    try (JsonGenerator json = factory.createGenerator(out)) {
      LogEvent event = line.entry().toEvent();
      JsonFields fields = new JsonFields(json);
      json.writeStartObject();
      fields.time("timestamp", Instant.ofEpochMilli(line.epochMillis()));
      fields.text("level", event.level().name());
      fields.text("service", service);
      fields.text("event", event.event());
      fields.text("boot_id", bootId);
      fields.count("seq", seq);
      fields.text("instance", instance);
      event.describe(fields);
      json.writeEndObject();
      json.close();
      out.endLine();
      return true;
    } catch (IOException | RuntimeException | Error e) {
      // One line that cannot be expressed must not cost the lines after it.
      out.abandonLine();
      droppedBefore++;
      return false;
    }
  }
}
