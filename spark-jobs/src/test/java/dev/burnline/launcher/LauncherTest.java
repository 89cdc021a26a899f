package dev.burnline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  @TempDir private Path folder;
  private LauncherTree tree;

  @BeforeEach
  void makeTree() throws IOException {
    tree = LauncherTree.in(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/dash", "/bin/bash", "/bin/busybox sh"})
  void every_shell_passes_the_arguments_on_untouched(String shell) throws Exception {
    List<String> start = new ArrayList<>(List.of(shell.split(" ")));
    requireTool(start.get(0));
    start.add(tree.launcher().toString());

    Ran ran =
        Ran.of(
            tree.command(start, Map.of(), "nightly", "--logs", "a b", "*", "", "--", "$x", "-h\\"));

    assertThat(ran.err())
        .isEqualTo("burnline: building spark-jobs (first use; downloads about 180 MB)…\n");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsSequence(
            "<dev.burnline.cli.Burnline>",
            "<nightly>",
            "<--logs>",
            "<a b>",
            "<*>",
            "<>",
            "<-->",
            "<$x>",
            "<-h\\>")
        .endsWith("in " + tree.work().toRealPath());
  }

  @Test
  void a_command_that_only_reads_logs_when_asked_to_is_a_tool_until_then() throws Exception {
    Ran.of(new ProcessBuilder("./mvnw").directory(tree.root().toFile()));

    assertThat(Ran.of(tree.command("slo", "validate", "logs")).out())
        .contains("<-XX:+UseSerialGC>", "<-Xmx512m>")
        .doesNotContain("<-Xmx1g>");
    for (String[] logs : List.of(new String[] {"--logs", "x"}, new String[] {"--logs=x", "y"})) {
      assertThat(Ran.of(tree.command("slo", "explain", logs[0], logs[1])).out())
          .contains("<-XX:+UseParallelGC>", "<-Xmx1g>", "<slo>", "<explain>")
          .doesNotContain("<-Xmx512m>");
    }
  }

  @Test
  void the_class_path_has_copies_of_the_modules_and_the_libraries_in_place() throws Exception {
    Ran ran = Ran.of(tree.command("nightly"));

    String classPath = ran.out().get(ran.out().indexOf("-cp") + 1);
    String releases = tree.root() + "/spark-jobs/target/launcher/";
    assertThat(classPath)
        .startsWith("\"" + releases)
        .endsWith(":" + tree.root() + "/lib/spark.jar\"");
    assertThat(classPath.substring(1, classPath.length() - 1).split(":"))
        .hasSize(3)
        .allMatch(entry -> Files.exists(Path.of(entry)))
        .anyMatch(
            entry -> entry.startsWith(releases) && entry.endsWith("burnline-spark-jobs-1.2.3.jar"))
        .anyMatch(
            entry ->
                entry.startsWith(releases)
                    && entry.endsWith("burnline-report-templates-1.2.3.jar"));
  }

  @Test
  void a_second_call_does_not_build() throws Exception {
    Ran.of(tree.command("nightly"));
    Ran second = Ran.of(tree.command("nightly"));

    assertThat(tree.builds()).isEqualTo(1);
    assertThat(second.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "spark-jobs/pom.xml",
        "spark-jobs/src/main/java/Some.java",
        "report-templates/src/main/java/Some.java",
        "report-templates/src/main/java"
      })
  void a_newer_source_is_built_once(String source) throws Exception {
    Ran.of(tree.command("nightly"));
    tree.edit(source);

    Ran ran = Ran.of(tree.command("nightly"));

    assertThat(ran.err()).isEqualTo("burnline: building spark-jobs (its sources changed)…\n");
    assertThat(tree.builds()).isEqualTo(2);
  }

  @Test
  void what_maven_built_by_itself_is_taken_over() throws Exception {
    assertThat(Ran.of(new ProcessBuilder("./mvnw").directory(tree.root().toFile())).code())
        .isZero();

    Ran ran = Ran.of(tree.command("nightly"));

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(tree.builds()).isEqualTo(1);
  }

  @Test
  void a_library_that_is_gone_is_fetched_by_a_build() throws Exception {
    Ran.of(tree.command("nightly"));
    Files.move(tree.root().resolve("lib/spark.jar"), tree.root().resolve("gone.jar"));

    assertThat(Ran.of(tree.command("nightly")).err()).contains("left no usable class path");
    assertThat(tree.builds()).isEqualTo(2);
  }

  @Test
  void a_moved_tree_is_built_anew() throws Exception {
    Ran.of(tree.command("nightly"));
    Path moved = folder.toRealPath().resolve("moved");
    Files.move(tree.root(), moved);

    Ran ran =
        Ran.of(
            tree.command(
                List.of(moved.resolve("burnline").toString()),
                Map.of("JAVA_HOME", moved.resolve("jdk").toString()),
                "nightly"));

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).noneMatch(line -> line.contains(tree.root().toString()));
  }

  @Test
  void it_works_through_symbolic_links() throws Exception {
    Path links = Files.createDirectories(folder.resolve("a b/bin"));
    Files.createSymbolicLink(links.resolve("first"), tree.launcher());
    Files.createSymbolicLink(links.resolve("burnline"), Path.of("first"));
    String path = links + ":" + System.getenv("PATH");

    Ran ran =
        Ran.of(tree.command(List.of("/bin/sh", "-c", "burnline nightly"), Map.of("PATH", path)));

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("<nightly>", "in " + tree.work().toRealPath());
  }

  @Test
  void two_first_calls_at_once_build_once() throws Exception {
    tree.source("slow", "");
    List<Process> both =
        List.of(
            tree.command("nightly").redirectErrorStream(true).start(),
            tree.command("nightly").redirectErrorStream(true).start());

    for (Process process : both) {
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("<nightly>");
      assertThat(process.waitFor()).isZero();
    }
    assertThat(tree.builds()).isEqualTo(1);
    assertThat(tree.root().resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void the_lock_of_a_dead_process_is_broken() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    tree.source("target/launcher/lock/pid", dead.pid() + "\n");

    assertThat(Ran.of(tree.command("nightly")).code()).isZero();
    assertThat(tree.root().resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void a_failed_build_shows_its_errors_and_where_the_rest_is() throws Exception {
    tree.source("broken", "");

    Ran ran = Ran.of(tree.command("nightly"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("[ERROR] nothing compiles today")
        .contains("building spark-jobs failed; the end of '" + tree.root())
        .doesNotContain("noise");
    assertThat(tree.root().resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void the_exit_code_is_that_of_java() throws Exception {
    ProcessBuilder command = tree.command("nightly");
    command.environment().put("FAKE_EXIT", "4");

    assertThat(Ran.of(command).code()).isEqualTo(4);
  }

  @Test
  void a_signal_reaches_java() throws Exception {
    Ran.of(tree.command("nightly"));
    ProcessBuilder command = tree.command("nightly");
    command.environment().put("FAKE_SERVE", "yes");
    Process process = command.redirectErrorStream(true).start();

    try (var out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("started");
      // Process.destroy would close the streams with it.
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("stopped");
    }
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void a_signal_during_the_build_ends_it_and_frees_the_lock() throws Exception {
    tree.source("slow", "");
    Process process = tree.command("nightly").redirectErrorStream(true).start();
    try (var out = process.inputReader()) {
      assertThat(out.readLine()).contains("building spark-jobs");
      process.destroy();
      assertThat(process.waitFor()).isEqualTo(143);
    }
    assertThat(tree.root().resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void the_archive_of_a_first_run_is_used_by_the_next() throws Exception {
    List<String> first = Ran.of(withArchiveOf("30000000", "nightly")).out();
    List<String> second = Ran.of(withArchiveOf("0", "nightly")).out();

    assertThat(first).anyMatch(line -> line.startsWith("<-XX:ArchiveClassesAtExit="));
    assertThat(second)
        .noneMatch(line -> line.startsWith("<-XX:ArchiveClassesAtExit="))
        .anyMatch(
            line -> line.matches("<-XX:SharedArchiveFile=.*/nightly-17\\.0\\.9\\.30000001\\.jsa>"));
  }

  @Test
  void an_archive_that_was_cut_short_is_not_used() throws Exception {
    Ran.of(withArchiveOf("30000000", "nightly"));
    String used =
        Ran.of(withArchiveOf("0", "nightly")).out().stream()
            .filter(line -> line.startsWith("<-XX:SharedArchiveFile="))
            .findFirst()
            .orElseThrow();
    Path archive = Path.of(used.substring(used.indexOf('=') + 1, used.length() - 1));
    Files.writeString(archive, "cut short");

    assertThat(Ran.of(withArchiveOf("0", "nightly")).out())
        .anyMatch(line -> line.startsWith("<-XX:ArchiveClassesAtExit="))
        .noneMatch(line -> line.startsWith("<-XX:SharedArchiveFile="));
  }

  @Test
  void a_run_that_failed_early_leaves_no_archive() throws Exception {
    Ran.of(withArchiveOf("500000", "nightly"));

    assertThat(Ran.of(withArchiveOf("0", "nightly")).out())
        .anyMatch(line -> line.startsWith("<-XX:ArchiveClassesAtExit="))
        .noneMatch(line -> line.startsWith("<-XX:SharedArchiveFile="));
  }

  @Test
  void asking_for_help_makes_no_archive() throws Exception {
    assertThat(Ran.of(tree.command("help", "nightly")).out())
        .contains("<nightly>", "<--help>")
        .noneMatch(line -> line.contains("Archive"));
  }

  @Test
  void a_new_build_begins_a_new_archive() throws Exception {
    Ran.of(withArchiveOf("30000000", "nightly"));
    tree.edit("spark-jobs/pom.xml");

    assertThat(Ran.of(withArchiveOf("0", "nightly")).out())
        .anyMatch(line -> line.startsWith("<-XX:ArchiveClassesAtExit="));
  }

  @Test
  void heap_and_options_come_from_the_environment() throws Exception {
    Ran ran =
        Ran.of(
            tree.command(
                List.of("/bin/sh", tree.launcher().toString()),
                Map.of("BURNLINE_HEAP", "3g", "BURNLINE_JAVA_OPTS", "-Da=1  -Db=*"),
                "nightly"));

    assertThat(ran.out()).contains("<-Xmx3g>", "<-Da=1>", "<-Db=*>").doesNotContain("<-Xmx1g>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "1g2", "0", "-1g", "g"})
  void a_heap_that_is_no_size_is_wrong_usage(String heap) throws Exception {
    Ran ran =
        Ran.of(
            tree.command(
                List.of("/bin/sh", tree.launcher().toString()),
                Map.of("BURNLINE_HEAP", heap),
                "nightly"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "burnline: BURNLINE_HEAP is '"
                + heap
                + "', but it must be a size such as 900m or 4g.\n");
  }

  @Test
  void an_unknown_command_lists_the_known_ones() throws Exception {
    Ran ran = Ran.of(tree.command("nightli"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("burnline: unknown command 'nightli'; the commands are:\n  nightly ")
        .contains("\n  generate ", "\n  send ");
    assertThat(tree.builds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void help_needs_no_java(String argument) throws Exception {
    String[] arguments = Stream.of(argument).filter(a -> !a.isEmpty()).toArray(String[]::new);
    ProcessBuilder command = tree.command(arguments);
    command.environment().put("JAVA_HOME", "/nowhere");

    Ran ran = Ran.of(command);

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("Usage: burnline COMMAND [OPTIONS]")
        .anyMatch(line -> line.startsWith("  nightly "))
        .anyMatch(line -> line.startsWith("  BURNLINE_HEAP "));
  }

  @Test
  void the_version_is_that_of_the_tree() throws Exception {
    assertThat(Ran.of(tree.command("--version")).out()).containsExactly("burnline 1.2.3");
  }

  @Test
  void no_java_at_all_is_said_plainly() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    ProcessBuilder command = tree.command("nightly");
    command.environment().remove("JAVA_HOME");
    command.environment().put("PATH", tools.toString());

    Ran ran = Ran.of(command);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("burnline: no Java found: JAVA_HOME is not set and there is no java on PATH. ")
        .contains("Burnline needs a JDK 17 or newer");
  }

  @Test
  void java_on_the_path_is_followed_to_its_home() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Files.createSymbolicLink(tools.resolve("java"), tree.root().resolve("jdk/bin/java"));
    ProcessBuilder command = tree.command("nightly");
    command.environment().remove("JAVA_HOME");
    command.environment().put("PATH", tools + ":" + System.getenv("PATH"));

    assertThat(Ran.of(command).out()).contains("<nightly>");
  }

  @Test
  void a_wrong_java_home_is_named() throws Exception {
    ProcessBuilder command = tree.command("nightly");
    command.environment().put("JAVA_HOME", "/no where");

    Ran ran = Ran.of(command);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("burnline: JAVA_HOME is '/no where', but '/no where/bin/java'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.20", "1.8.0_392", "16"})
  void a_java_that_is_too_old_is_refused(String version) throws Exception {
    Path old = tree.jdk("old jdk", version);
    ProcessBuilder command = tree.command("nightly");
    command.environment().put("JAVA_HOME", old.toString());

    Ran ran = Ran.of(command);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("'" + old + "/bin/java' is Java " + version + ".");
    assertThat(tree.builds()).isZero();
  }

  @Test
  void a_runtime_without_compiler_starts_what_is_built_but_builds_nothing() throws Exception {
    Files.delete(tree.root().resolve("jdk/bin/javac"));

    Ran unbuilt = Ran.of(tree.command("nightly"));
    assertThat(unbuilt.code()).isEqualTo(2);
    assertThat(unbuilt.err())
        .contains("has no compiler (bin/javac), which building spark-jobs needs");

    Ran.of(new ProcessBuilder("./mvnw").directory(tree.root().toFile()));
    assertThat(Ran.of(tree.command("nightly")).code()).isZero();
  }

  private ProcessBuilder withArchiveOf(String bytes, String... arguments) {
    ProcessBuilder command = tree.command(arguments);
    command.environment().put("FAKE_ARCHIVE_BYTES", bytes);
    return command;
  }

  private static void requireTool(String tool) {
    boolean isThere = Files.isExecutable(Path.of(tool));
    if (!isThere && "fail".equals(System.getProperty("burnline.skips"))) {
      fail(tool + " is not installed, and skipping is not allowed here");
    }
    assumeTrue(isThere, tool + " is not installed");
  }
}
