package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.job.SharedSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that has run: what it wrote, and how it ended. */
record BurnlineRun(int exitCode, String out, String err) {

  static final Path REFERENCE_SLO_FILE =
      Path.of(System.getProperty("burnline.root"), "spark-jobs/src/test/slo/reference.yaml");

  /** Runs {@code nightly} on all defaults but SLO file, store and report, which stand in work. */
  static BurnlineRun nightly(Path work, String... arguments) {
    List<String> all = new ArrayList<>(List.of("nightly"));
    all.addAll(List.of("--slo", REFERENCE_SLO_FILE.toString()));
    all.addAll(List.of("--store", work.resolve("store").toString()));
    all.addAll(List.of("--out", work.resolve("out").toString()));
    all.addAll(List.of(arguments));
    return of(work, all.toArray(String[]::new));
  }

  /** Runs a command of an installation at home, as the launcher does. */
  static BurnlineRun of(Path home, String... arguments) {
    SharedSpark.stop();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
    int exitCode = Burnline.run(console, home, arguments);
    assertThat(err.toString()).doesNotContain("\tat ").doesNotContain("Exception");
    return new BurnlineRun(exitCode, out.toString(), err.toString());
  }
}
