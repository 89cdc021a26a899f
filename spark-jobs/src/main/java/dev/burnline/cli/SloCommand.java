package dev.burnline.cli;

import picocli.CommandLine.Command;

/** Works on SLO files. */
@Command(
    name = "slo",
    description = "Tries SLO files on what was.",
    synopsisSubcommandLabel = "COMMAND")
final class SloCommand {}
