package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Xid errors in the kernel log: {@code nvidia-smi} has no query for them. Where the kernel
 * log may not be read there are simply none.
 *
 * @see <a href="https://docs.nvidia.com/deploy/xid-errors/index.html">Xid errors</a>
 */
final class KernelXids {

  /** Filtered by the shell, so that the output stays far below what a pipe holds. */
  static final List<String> DMESG =
      List.of("sh", "-c", "dmesg 2>/dev/null | grep -F 'NVRM: Xid' | tail -n 100");

  private static final Pattern LINE =
      Pattern.compile(
          "\\[ *([0-9]{1,12})\\.([0-9]{6})\\].*?NVRM: Xid \\(PCI:([0-9a-fA-F:.]+)\\): ([0-9]{1,9})\\b.*");

  /**
   * One fault.
   *
   * @param bus the device
   * @param xid the number of the error
   */
  record Fault(PciBus bus, long xid) {}

  private final List<String> command;
  private final Duration timeout;
  private long newestMicros = -1;
  private boolean begun;

  KernelXids(List<String> command, Duration timeout) {
    this.command = List.copyOf(command);
    this.timeout = requireNonNull(timeout, "timeout is null");
  }

  /** Returns the faults since the call before; the first call finds none, as they are old. */
  List<Fault> newFaults() {
    String lines;
    try {
      lines = ToolRun.of(command, timeout).output();
    } catch (IOException | ToolRun.UnfinishedException e) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    long newest = newestMicros;
    for (Matcher line : lines.lines().map(LINE::matcher).filter(Matcher::matches).toList()) {
      long micros = Long.parseLong(line.group(1)) * 1_000_000 + Long.parseLong(line.group(2));
      if (micros > newestMicros) {
        newest = Math.max(newest, micros);
        PciBus.parse(line.group(3))
            .ifPresent(bus -> faults.add(new Fault(bus, Long.parseLong(line.group(4)))));
      }
    }
    newestMicros = newest;
    boolean first = !begun;
    begun = true;
    return first ? List.of() : faults;
  }
}
