package dev.burnline.serve.contract;

import dev.burnline.serve.JavaProcess;
import dev.burnline.serve.cli.FaultyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready: (http://\\S+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final URI base;

  private ServerProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** Starts a server and waits until it is ready. */
  static ServerProcess start(Path logFolder, String... options) throws IOException {
    ProcessBuilder builder =
        JavaProcess.of(FaultyServer.class, "--port", "0", "--log-dir", logFolder.toString());
    builder.command().addAll(List.of(options));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    Matcher ready = READY.matcher(line == null ? "" : line);
    if (!ready.find()) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
    return new ServerProcess(process, URI.create(ready.group(1)));
  }

  URI base() {
    return base;
  }

  /** Kills it as the kernel would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Tells it to stop and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
