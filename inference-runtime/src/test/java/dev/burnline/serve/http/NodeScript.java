package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A script of {@code src/test/node}, run by this machine's Node.js with its pinned packages. */
final class NodeScript {

  private static final int PATIENCE_MINUTES = 3;
  private static final List<String> PACKAGES = List.of("package.json", "package-lock.json");

  private final Path sources;
  private final Path folder;

  private NodeScript(Path sources, Path folder) {
    this.sources = sources;
    this.folder = folder;
  }

  /** Installs the packages below {@code target}; skips the test where that is not possible. */
  static NodeScript install() throws IOException, InterruptedException {
    Path module = Path.of(System.getProperty("burnline.root"), "inference-runtime");
    NodeScript script =
        new NodeScript(module.resolve("src/test/node"), module.resolve("target/node"));
    String npm = need("npm");
    need("node");
    Files.createDirectories(script.folder);
    if (!script.isInstalled()) {
      for (String file : PACKAGES) {
        script.copy(file);
      }
      Ran ran =
          run(
              script.folder,
              List.of(
                  npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
      if (ran.code() != 0) {
        skip("npm could not install the packages: " + ran.said());
      }
    }
    return script;
  }

  /** Returns the one JSON object that the script prints last. */
  JsonNode run(String name, String... arguments) throws IOException, InterruptedException {
    copy(name);
    List<String> command = new ArrayList<>(List.of(need("node"), name));
    command.addAll(List.of(arguments));
    Ran ran = run(folder, command);
    assertThat(ran.code()).as(ran.said()).isZero();
    return TestServer.json(ran.said().substring(ran.said().lastIndexOf("\n{") + 1));
  }

  /** Returns a program of this machine; skips the test where there is none. */
  static String need(String... names) {
    for (String name : names) {
      Optional<Path> tool =
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .map(path -> Path.of(path, name))
              .filter(Files::isExecutable)
              .findFirst();
      if (tool.isPresent()) {
        return tool.get().toString();
      }
    }
    return skip(names[0] + " is not installed");
  }

  private static String skip(String why) {
    if ("fail".equals(System.getProperty("burnline.skips"))) {
      fail(why + ", and skipping is not allowed here");
    }
    return abort(why);
  }

  private boolean isInstalled() throws IOException {
    if (!Files.isReadable(folder.resolve("node_modules/.package-lock.json"))) {
      return false;
    }
    for (String file : PACKAGES) {
      Path copy = folder.resolve(file);
      if (!Files.exists(copy) || Files.mismatch(copy, sources.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private void copy(String file) throws IOException {
    Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  /** How a program ended and what it said. */
  private record Ran(int code, String said) {}

  private static Ran run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("node", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      return new Ran(process.exitValue(), Files.readString(said, UTF_8));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(said);
    }
  }
}
