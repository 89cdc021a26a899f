package dev.burnline.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A server started as the command starts it, on a free port; closing it is SIGTERM. */
record Running(String ready, CountDownLatch stop, CompletableFuture<Integer> code)
    implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
  private static final int PATIENCE_SECONDS = 60;

  static Running start(ModelSource models, String... arguments) throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    CommandLine line =
        Serve.commandLine(Map.of(), models, stop).setOut(new PrintWriter(new Lines(said)));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--port", "0", "--drain-seconds", "5"));
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> line.execute(all.toArray(String[]::new)));
    String ready = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(ready).as("the line that says where it is").isNotNull();
    return new Running(ready, stop, code);
  }

  String url() {
    Matcher url = URL.matcher(ready);
    assertThat(url.find()).as(ready).isTrue();
    return url.group();
  }

  @Override
  public void close() throws Exception {
    stop.countDown();
    assertThat(code.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
  }

  /** Hands lines on as they are written. */
  private static final class Lines extends Writer {

    private final BlockingQueue<String> lines;
    private final StringBuilder line = new StringBuilder();

    Lines(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
      for (char c : new String(chars, offset, length).toCharArray()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(c);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
