package dev.burnline.serve;

import java.nio.file.Path;
import java.util.List;

/** A Java process with the tests' own classes. */
public final class JavaProcess {

  private JavaProcess() {}

  /** Returns a small one that begins quickly. */
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    process.command().addAll(List.of(arguments));
    return process;
  }
}
