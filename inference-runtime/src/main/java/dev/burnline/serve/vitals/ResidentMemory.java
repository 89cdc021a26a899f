package dev.burnline.serve.vitals;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory that the process really holds, from Linux's {@code /proc/self/status}. */
final class ResidentMemory {

  private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s+([0-9]{1,15}) kB$");

  private final Path status;

  ResidentMemory(Path status) {
    this.status = requireNonNull(status, "status is null");
  }

  /** Returns MiB. Where there is no such file, what the JVM holds: less than the process does. */
  double mib() {
    try {
      Matcher rss = RSS.matcher(Files.readString(status));
      return rss.find() ? Long.parseLong(rss.group(1)) / 1024.0 : committedMib();
    } catch (IOException e) {
      return committedMib();
    }
  }

  private static double committedMib() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long bytes =
        memory.getHeapMemoryUsage().getCommitted() + memory.getNonHeapMemoryUsage().getCommitted();
    return bytes / (1024.0 * 1024.0);
  }
}
