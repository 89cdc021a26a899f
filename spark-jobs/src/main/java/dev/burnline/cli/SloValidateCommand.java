package dev.burnline.cli;

import dev.burnline.slo.Slo;
import dev.burnline.slo.explain.SloExplanation;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks SLO files. */
@Command(
    name = "validate",
    sortOptions = false,
    description = {
      "Checks SLO files, which are taken together: every problem with its file, line, path and"
          + " value, then what is no problem and should be known, then the SLOs as they are"
          + " understood: what counts, and for each pair of lookbacks the burn-rate factor and the"
          + " share of bad requests above which it fires.",
      "Reads no logs. Exits 0 when the files can be used and 2 when they cannot."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline slo validate slo.yaml",
      "  burnline slo validate slos/ extra.yaml --format json"
    })
final class SloValidateCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "OpenSLO files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--format",
      description = "Form of the answer: ${COMPLETION-CANDIDATES}. Default: text.")
  private SummaryFormat format = SummaryFormat.TEXT;

  SloValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Validation validation = validation();
    if (format == SummaryFormat.JSON) {
      console.json(validation.json());
    } else {
      console.out().println(validation.text());
    }
    return validation.problems().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USAGE;
  }

  private Validation validation() {
    try {
      SloFile file = SloFile.read(files);
      return new Validation(
          List.of(),
          file.notices(),
          file.slos().stream().map(slo -> explained(file, slo)).toList());
    } catch (SloFileException e) {
      return new Validation(e.problems(), e.notices(), List.of());
    }
  }

  private static SloExplanation explained(SloFile file, Slo slo) {
    return SloExplanation.of(slo, Plain.windowLength(slo, null), file.alertRulesOf(slo));
  }
}
