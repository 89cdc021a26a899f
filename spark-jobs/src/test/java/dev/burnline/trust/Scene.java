package dev.burnline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.log.UnreadLog;
import dev.burnline.report.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Logs by name and the words in which a fault is told. */
final class Scene {

  private Workbench bench;

  Scene(Workbench bench) {
    this.bench = bench;
  }

  static Scene in(Path folder) throws IOException {
    return new Scene(Workbench.in(folder));
  }

  Workbench bench() {
    return bench;
  }

  /** The next runs suffer this fault. */
  void from(Fault fault) {
    bench = bench.next(fault);
  }

  /** Requests of boot-1 in these minutes of the day, with the minute as seq. */
  static Request[] minutes(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Request::at).toArray(Request[]::new);
  }

  /** Appends whole lines; the file begins to exist with them. */
  void write(String name, Request... requests) throws IOException {
    write(name, lines(requests));
  }

  void write(String name, byte[] bytes) throws IOException {
    Path file = bench.log(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static byte[] lines(Request... requests) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Request request : requests) {
      bytes.writeBytes(request.bytes());
    }
    return bytes.toByteArray();
  }

  void rename(String from, String to) throws IOException {
    Files.move(bench.log(from), bench.log(to));
  }

  /** Renames {@code .4} to {@code .5} and so on, the active file to {@code .1}; {@code .5} goes. */
  void rotate() throws IOException {
    Files.deleteIfExists(bench.log("app.log.5"));
    for (int i = 4; i >= 0; i--) {
      String from = i == 0 ? "app.log" : "app.log." + i;
      if (Files.exists(bench.log(from))) {
        rename(from, "app.log." + (i + 1));
      }
    }
  }

  void copy(String from, String to) throws IOException {
    Files.copy(bench.log(from), bench.log(to));
  }

  /** Cuts a file, which keeps its inode. */
  void truncate(String name, long size) throws IOException {
    try (var file = Files.newByteChannel(bench.log(name), StandardOpenOption.WRITE)) {
      file.truncate(size);
    }
  }

  void delete(String name) throws IOException {
    Files.delete(bench.log(name));
  }

  /** Compresses a file as one gzip member and deletes it. */
  void gzip(String name) throws IOException {
    Files.write(bench.log(name + ".gz"), gzipped(Files.readAllBytes(bench.log(name))));
    delete(name);
  }

  static byte[] gzipped(byte[]... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] member : members) {
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(member);
      }
    }
    return bytes.toByteArray();
  }

  LogCrunch.Result crunch() throws IOException {
    return bench.crunch();
  }

  /** Crunches, and nothing may be left unread. */
  void crunchAll() throws IOException {
    assertThat(crunch().unread()).isEmpty();
  }

  /** Crunches and returns why files were not read, by the last part of their name. */
  Map<String, String> crunchUnread() throws IOException {
    return crunch().unread().stream()
        .collect(
            Collectors.toMap(
                log -> log.name().substring(log.name().lastIndexOf('/') + 1),
                UnreadLog::reason,
                (one, other) -> one + "; " + other,
                TreeMap::new));
  }

  /** Just these requests are counted, each once. */
  void counts(Request[]... requests) throws IOException {
    Map<Integer, Long> once =
        Stream.of(requests)
            .flatMap(Arrays::stream)
            .map(Request::minute)
            .collect(Collectors.toMap(Function.identity(), minute -> 1L, Long::sum, TreeMap::new));
    assertThat(bench.next(Fault.NONE).counted().requests()).isEqualTo(once);
  }

  Completeness completeness() throws IOException {
    Workbench reader = bench.next(Fault.NONE);
    return Counted.completeness(reader.store(), reader.store().content(reader.asked()));
  }

  long lostLines() throws IOException {
    return completeness().lostLines();
  }

  /** The rollup files in place. */
  List<Path> rollups() throws IOException {
    try (Stream<Path> files = Files.list(bench.storeFolder())) {
      return files.filter(file -> file.toString().endsWith(".rollup.avro")).sorted().toList();
    }
  }
}
