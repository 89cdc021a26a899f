package dev.burnline.serve.requestlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the ends of the newest log files how the last boot ended. */
final class PreviousBootReader {

  /** Far more than a stop ever writes after {@code service.stopped}. */
  private static final int TAIL_BYTES = 256 << 10;

  private static final Pattern BOOT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final JsonFactory JSON = new JsonFactory();

  private PreviousBootReader() {}

  /**
   * Returns how the last boot ended.
   *
   * @param oldestFirst the log files to look at; those that are missing or cannot be read count as
   *     empty
   */
  static PreviousBoot read(List<Path> oldestFirst) {
    List<Mark> marks = new ArrayList<>();
    for (Path file : oldestFirst) {
      for (String line : tail(file).split("\n", -1)) {
        Mark mark = mark(line);
        if (mark.bootId != null) {
          marks.add(mark);
        }
      }
    }
    if (marks.isEmpty()) {
      return new PreviousBoot.None();
    }
    String bootId = marks.get(marks.size() - 1).bootId;
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (mark.bootId.equals(bootId) && "service.stopped".equals(mark.event)) {
        return new PreviousBoot.Stopped(bootId, mark.clean);
      }
    }
    return new PreviousBoot.Crashed(bootId);
  }

  private static String tail(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, TAIL_BYTES));
      channel.position(size - bytes.capacity());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      return UTF_8.decode(bytes.flip()).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Looks at the top level only: a prompt may well quote a log line. */
  private static Mark mark(String line) {
    Mark mark = new Mark();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Mark();
      }
      for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (key.equals("boot_id") && value == JsonToken.VALUE_STRING) {
          mark.bootId = BOOT_ID.matcher(json.getText()).matches() ? json.getText() : null;
        } else if (key.equals("event") && value == JsonToken.VALUE_STRING) {
          mark.event = json.getText();
        } else if (key.equals("clean")) {
          mark.clean = value == JsonToken.VALUE_TRUE;
        }
        json.skipChildren();
      }
      return mark;
    } catch (IOException e) {
      return new Mark();
    }
  }

  private static final class Mark {
    private @Nullable String bootId;
    private @Nullable String event;
    private boolean clean;
  }
}
