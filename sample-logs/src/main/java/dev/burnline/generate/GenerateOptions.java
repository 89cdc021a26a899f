package dev.burnline.generate;

import dev.burnline.generate.incident.Incident;
import dev.burnline.generate.incident.IncidentFile;
import dev.burnline.generate.incident.InvalidIncidents;
import dev.burnline.generate.rotation.Rotation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code burnline generate} and the checks on them. */
final class GenerateOptions {

  private static final int MOST_DAYS = 3_660;
  private static final int MOST_INSTANCES = 99;
  private static final double MOST_ROTATE_MB = 1 << 20;
  private static final double BYTES_PER_MB = 1 << 20;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the logs; each instance gets a folder in it.")
  private Path out = Path.of("");

  @Option(
      names = "--days",
      defaultValue = "9",
      paramLabel = "N",
      description = "How many days. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "First day, UTC. Default: so that the last day is 2026-11-22.")
  private @Nullable LocalDate start;

  @Option(
      names = "--requests",
      defaultValue = "10000",
      paramLabel = "N",
      description = {
        "Requests of all services together; incidents may add some. Default: ${DEFAULT-VALUE}.",
        "Those that come while a process is down leave no line.",
        "A request takes about 1.8 kB (minimal: 1.1 kB), a contract instance 6 MB a day besides."
      })
  private long requests;

  @Option(
      names = "--services",
      defaultValue = "DeepSeek-R1-Distill-Qwen-1.5B",
      paramLabel = "NAME[:FORMAT][@SHARE],...",
      description = "Services, what each writes and its share. Default: ${DEFAULT-VALUE}.")
  private String services = "";

  @Option(
      names = "--format",
      defaultValue = "contract",
      paramLabel = "FORMAT",
      description = {
        "What services without a format of their own write. Default: ${DEFAULT-VALUE}.",
        "contract: every event. minimal: only the smallest request line."
      })
  private LineFormat format = LineFormat.CONTRACT;

  @Option(
      names = "--instances",
      defaultValue = "1",
      paramLabel = "N",
      description = "Instances of each service. Default: ${DEFAULT-VALUE}.")
  private int instances;

  @Option(
      names = "--slots",
      defaultValue = "0",
      paramLabel = "N",
      description = "Requests an instance runs at once; 0 sizes it for the traffic. Default: 0.")
  private int slots;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Another seed, other logs. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = {
        "YAML schedule: failure patterns by name, and unusable_lines, lost_lines, repeated_lines.",
        "incidents: [{pattern: cuda_oom, start: P1DT9H, duration: 12m, intensity: 0.4}]"
      })
  private @Nullable Path incidents;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "Where to write what the logs contain. Default: DIR.truth.json.")
  private @Nullable Path truth;

  @Option(
      names = "--rotate-mb",
      defaultValue = "100",
      paramLabel = "MIB",
      description = "Size at which app.log is rotated, MiB. Default: ${DEFAULT-VALUE}.")
  private double rotateMb;

  @Option(names = "--gzip", description = "Compress rotated files.")
  private boolean gzip;

  @Option(
      names = "--plain-backups",
      defaultValue = "0",
      paramLabel = "N",
      description = "With --gzip: leave the N newest rotated files plain. Default: 0.")
  private int plainBackups;

  @Option(
      names = "--backups",
      paramLabel = "N",
      description = "Keep only the N newest rotated files. Default: all.")
  private @Nullable Integer backups;

  @Option(names = "--force", description = "Replace the logs of an earlier run in DIR.")
  private boolean force;

  /** Returns what the options ask for, or says what is wrong with them. */
  Plan plan(CommandLine command) {
    inRange(command, "--days", days, 1, MOST_DAYS);
    inRange(command, "--requests", requests, 0, Long.MAX_VALUE / 10_000_000);
    inRange(command, "--instances", instances, 1, MOST_INSTANCES);
    inRange(command, "--slots", slots, 0, 100_000);
    inRange(command, "--plain-backups", plainBackups, 0, Integer.MAX_VALUE);
    if (!(rotateMb > 0 && rotateMb <= MOST_ROTATE_MB)) {
      throw new ParameterException(
          command, "--rotate-mb: must be in (0, " + (long) MOST_ROTATE_MB + "], got " + rotateMb);
    }
    if (backups != null) {
      inRange(command, "--backups", backups, 0, Integer.MAX_VALUE);
    }
    LocalDate first = start != null ? start : LocalDate.of(2026, 11, 23).minusDays(days);
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<ServiceSpec> specs = specs(command);
    Path truthFile =
        truth != null ? truth : Path.of(out.toAbsolutePath().normalize() + ".truth.json");
    if (truthFile.toAbsolutePath().normalize().startsWith(out.toAbsolutePath().normalize())) {
      throw new ParameterException(
          command, "--truth: must not be inside the logs' folder, got " + truthFile);
    }
    Rotation rotation =
        new Rotation(
            Math.max(1, (long) (rotateMb * BYTES_PER_MB)),
            gzip ? plainBackups : Rotation.ALL,
            backups != null ? backups : Rotation.ALL);
    List<Incident> scheduled = incidents(command, from, from.plus(Duration.ofDays(days)));
    IncidentTargets.check(command, scheduled, specs, instances);
    return new Plan(
        out, truthFile, from, days, requests, specs, instances, slots, seed, scheduled, rotation);
  }

  void refuseFullFolder(CommandLine command, Target target) throws IOException {
    if (!force && target.isFull()) {
      throw new ParameterException(
          command, "--out: " + target.out() + " is not empty; --force replaces the logs in it");
    }
  }

  private List<ServiceSpec> specs(CommandLine command) {
    try {
      return ServiceSpec.parse(services, format);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "--services: " + e.getMessage(), e);
    }
  }

  private List<Incident> incidents(CommandLine command, Instant from, Instant to) {
    if (incidents == null) {
      return List.of();
    }
    try {
      return IncidentFile.read(incidents, from, to);
    } catch (InvalidIncidents e) {
      throw new ParameterException(command, "--incidents: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ParameterException(command, "--incidents: cannot read " + e.getMessage(), e);
    }
  }

  private static void inRange(
      CommandLine command, String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command, option + ": must be in [" + least + ", " + most + "], got " + value);
    }
  }
}
