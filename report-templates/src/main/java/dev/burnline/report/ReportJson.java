package dev.burnline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report as JSON, schema {@link Report#SCHEMA}.
 *
 * <p>Equal reports give equal bytes, and reading them back gives an equal report. Keys are in snake
 * case and never left out; a figure that is not there is {@code null}. Unknown keys are ignored on
 * reading, so that a report of a later version with more fields can still be rendered.
 */
public final class ReportJson {

  private ReportJson() {}

  /** Returns the report as indented JSON in UTF-8, with a line end at its end. */
  public static byte[] write(Report report) {
    // 64 KiB hold a small report, a day's minutes take about 200 KiB per service.
    var bytes = new ByteArrayOutputStream(1 << 16);
    try (var out = new JsonOut(bytes)) {
      ReportOut.report(out, report);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /**
   * Reads a report.
   *
   * @throws IOException when this is not JSON, of another schema, or lacks what a report must have
   */
  public static Report read(byte[] json) throws IOException {
    return ReportIn.report(json, "report");
  }

  /**
   * Reads a report from a file; messages of failures name it.
   *
   * @throws IOException as {@link #read(byte[])}, or when the file cannot be read
   */
  public static Report read(Path file) throws IOException {
    try {
      return ReportIn.report(Files.readAllBytes(file), file.toString());
    } catch (JsonProcessingException e) {
      throw new IOException("cannot read %s: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }
}
