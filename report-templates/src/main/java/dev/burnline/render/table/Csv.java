package dev.burnline.render.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file: every cell quoted, lines end in CR LF. A text cell that a spreadsheet would take
 * for a formula gets an apostrophe in front; a number never does.
 */
final class Csv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).setRecordSeparator("\r\n").get();

  private final StringBuilder text = new StringBuilder(1 << 12);
  private final CSVPrinter printer;

  Csv(String... header) {
    try {
      printer = new CSVPrinter(text, FORMAT);
      printer.printRecord((Object[]) header);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** A record of texts, numbers, instants and nulls; null is an empty cell. */
  void row(@Nullable Object... cells) {
    Object[] safe = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      safe[i] =
          cell == null ? "" : cell instanceof Number ? cell.toString() : text(cell.toString());
    }
    try {
      printer.printRecord(safe);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String cell) {
    boolean isDangerous =
        !cell.isEmpty() && (cell.charAt(0) == '\t' || cell.charAt(0) == '\r' || isFormula(cell));
    return isDangerous ? "'" + cell : cell;
  }

  /** Spreadsheets skip leading spaces, and some take full-width signs for the plain ones. */
  private static boolean isFormula(String cell) {
    int first = cell.codePoints().filter(c -> !isSpace(c)).findFirst().orElse(' ');
    return "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(first) >= 0;
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
