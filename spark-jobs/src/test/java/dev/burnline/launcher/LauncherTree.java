package dev.burnline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checked-out tree with the real launcher, whose sources are an hour old, whose Maven notes that
 * it was called and leaves jars, and a JDK whose Java prints its arguments and folder.
 */
final class LauncherTree {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$*" >>builds
      if [ -e broken ]; then
        echo '[INFO] noise'
        echo '[ERROR] nothing compiles today'
        exit 1
      fi
      if [ -e slow ]; then sleep 2; fi
      for module in report-templates spark-jobs; do
        mkdir -p $module/target
        echo jar >$module/target/burnline-$module-1.2.3.jar
      done
      echo "$PWD/lib/spark.jar" >spark-jobs/target/class-path.provided
      echo "$PWD/report-templates/target/burnline-report-templates-1.2.3.jar" \\
        >spark-jobs/target/class-path.runtime
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      if [ -n "${FAKE_SERVE:-}" ]; then
        trap 'echo stopped; exit 143' TERM
        echo started
        while :; do sleep 0.05; done
      fi
      for argument; do
        case $argument in
          @*) cat "${argument#@}" ;;
          -XX:ArchiveClassesAtExit=*)
            dd if=/dev/zero of="${argument#*=}" bs=1 count=1 seek="${FAKE_ARCHIVE_BYTES:-0}" 2>/dev/null
            ;;
        esac
        printf '<%s>\\n' "$argument"
      done
      echo "in $PWD"
      exit "${FAKE_EXIT:-0}"
      """;

  private final Path root;
  private final Path work;

  private LauncherTree(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  /** Builds the tree in a new folder below the given one, with a blank in its name. */
  static LauncherTree in(Path folder) throws IOException {
    Path root = Files.createDirectory(folder.toRealPath().resolve("check out"));
    LauncherTree tree = new LauncherTree(root, Files.createDirectory(folder.resolve("work")));
    Files.copy(Path.of(System.getProperty("burnline.root"), "burnline"), tree.launcher());
    tree.script("burnline", Files.readString(tree.launcher()));
    tree.script("mvnw", MAVEN);
    tree.source("pom.xml", "<project>\n  <version>1.2.3</version>\n</project>\n");
    for (String module : List.of("report-templates", "spark-jobs")) {
      tree.source(module + "/pom.xml", "<project/>\n");
      tree.source(module + "/src/main/java/Some.java", "class Some {}\n");
    }
    tree.source("lib/spark.jar", "jar");
    tree.jdk("jdk", "17.0.9");
    return tree;
  }

  Path launcher() {
    return root.resolve("burnline");
  }

  Path root() {
    return root;
  }

  /** The folder that commands are started in, outside the tree. */
  Path work() {
    return work;
  }

  /** Writes a file and makes it and its folder an hour old. */
  void source(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    FileTime hourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(file, hourAgo);
    Files.setLastModifiedTime(file.getParent(), hourAgo);
  }

  /** Makes a file look edited just after now. */
  void edit(String name) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(name), FileTime.from(Instant.now().plus(Duration.ofSeconds(2))));
  }

  /** A JDK of the version under the given name. */
  Path jdk(String name, String version) throws IOException {
    Path home = root.resolve(name);
    source(name + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(name + "/bin/java", JAVA);
    script(name + "/bin/javac", "#!/bin/sh\n");
    return home;
  }

  /** How often Maven was called. */
  int builds() throws IOException {
    Path log = root.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  ProcessBuilder command(String... arguments) {
    return command(List.of("/bin/sh", launcher().toString()), Map.of(), arguments);
  }

  ProcessBuilder command(List<String> start, Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(start);
    all.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(all).directory(work.toFile());
    Map<String, String> clean = new HashMap<>(builder.environment());
    clean.keySet().removeIf(key -> key.startsWith("BURNLINE_") || key.startsWith("JAVA_"));
    builder.environment().clear();
    builder.environment().putAll(clean);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private void script(String name, String text) throws IOException {
    source(name, text);
    Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
