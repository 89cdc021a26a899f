package dev.burnline.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Days that are asked for by their date. */
final class CivilDays {

  private CivilDays() {}

  /**
   * Refuses a day that a zone has never had: Samoa went from 29 to 31 December 2011.
   *
   * @throws ParameterException when the zone has left this day out
   */
  static void refuseSkipped(CommandSpec command, String option, LocalDate day, ZoneId zone) {
    LocalDate begins = day.atStartOfDay(zone).toLocalDate();
    if (!begins.equals(day)) {
      throw new ParameterException(
          command.commandLine(),
          "%s %s is a day that %s has left out: %s comes after %s"
              .formatted(option, day, zone, begins, day.minusDays(1)));
    }
  }
}
