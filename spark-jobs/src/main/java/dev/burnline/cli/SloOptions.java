package dev.burnline.cli;

import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which SLO files, for commands that read no logs. */
final class SloOptions {

  @Option(
      names = "--slo",
      paramLabel = "FILE",
      description =
          "OpenSLO file, or a folder of them; may be repeated. Default: the sample logs' file,"
              + " which holds for every service.")
  private List<Path> slo = new ArrayList<>();

  SloFile file(Path home) throws SloFileException {
    return SloFile.read(slo.isEmpty() ? List.of(home.resolve("sample-logs/slo.yaml")) : slo);
  }
}
