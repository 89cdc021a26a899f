package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Logs that the command has written, and ways to read them that share no code with it. */
record GeneratedLogs(Path out, Path truthFile) {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern NAME = Pattern.compile("app\\.log(?:\\.(\\d+)(?:\\.gz)?)?");

  /** Runs the command with {@code --out} and an incident file of the given text, if any. */
  static GeneratedLogs generate(Path folder, String incidents, String... options) {
    try {
      Path out = folder.resolve("logs");
      List<String> arguments = new ArrayList<>(List.of("--out", out.toString()));
      arguments.addAll(Arrays.asList(options));
      if (!incidents.isEmpty()) {
        Path file = folder.resolve("incidents.yaml");
        Files.writeString(file, incidents);
        arguments.addAll(List.of("--incidents", file.toString()));
      }
      Outcome outcome = execute(arguments);
      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      return new GeneratedLogs(out, folder.resolve("logs.truth.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome execute(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Generate.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /** Returns the files of a host, oldest first. */
  List<Path> files(String host) {
    try (Stream<Path> files = Files.list(out.resolve(host))) {
      return files.sorted(Comparator.comparingInt(GeneratedLogs::age).reversed()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives every line of a file, without its line end. */
  static void rawLines(Path file, Consumer<byte[]> each) {
    byte[] all = content(file);
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        each.accept(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    assertThat(all.length - start).as("bytes behind the last line end of " + file).isZero();
  }

  /** Returns every line of a host, oldest first; all of them must be JSON objects. */
  List<JsonNode> lines(String host) {
    List<JsonNode> lines = new ArrayList<>();
    for (Path file : files(host)) {
      rawLines(file, line -> lines.add(parse(line)));
    }
    return lines;
  }

  JsonNode truth() {
    try {
      return JSON.readTree(Files.readAllBytes(truthFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(byte[] line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int age(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    assertThat(name.matches()).as(file.toString()).isTrue();
    return name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
  }

  record Outcome(int exitCode, String out, String err) {}
}
