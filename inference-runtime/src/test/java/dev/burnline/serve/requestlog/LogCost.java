package dev.burnline.serve.requestlog;

import dev.burnline.serve.account.AccountBook;
import dev.burnline.serve.account.RequestAccount;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.metrics.ServerMetrics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Measures what logging costs a request: {@code request.received}, tokens and {@code
 * request.finished}, with an answer of 800 characters. Prints a table; to be run by hand with a
 * folder to write into and, if wanted, the characters of a prompt (4000) and the tokens of an
 * answer (200).
 */
final class LogCost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int REQUESTS_PER_SECOND = 2_000;
  private static final String ANSWER = "Because of Rayleigh scattering. ".repeat(25);

  private final String prompt;
  private final int tokens;

  private LogCost(int promptChars, int tokens) {
    this.prompt = "Why is the sky blue, 为什么? ".repeat(promptChars).substring(0, promptChars);
    this.tokens = tokens;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    new LogCost(
            args.length > 1 ? Integer.parseInt(args[1]) : 4_000,
            args.length > 2 ? Integer.parseInt(args[2]) : 200)
        .run(folder);
  }

  private void run(Path folder) throws IOException {
    try (RequestLog log =
        RequestLog.open(RequestLogSettings.of(folder, "qwen", "host:1"), Clock.systemUTC())) {
      RequestAccounts accounts = accounts(log::write);
      measure(accounts, 20_000);
      report("caller, 2000 requests/s", measure(accounts, 10_000), log);
      long cpuBefore = processCpuNanos();
      Measured whole = measure(accounts, 10_000);
      report("caller, again", whole, log);
      System.out.printf(
          "process, writer included: %.1f us CPU per request%n",
          (processCpuNanos() - cpuBefore) / 1e3 / whole.wall.length);
      report("arithmetic that takes as long", control(median(whole.wall), 10_000), log);
      Measured writeOnly = measureWrites(log, 10_000, REQUESTS_PER_SECOND);
      report("RequestLog.write alone", writeOnly, log);
      twentyThousandLinesASecond(log);
    }
  }

  /**
   * Measures arithmetic that touches no memory and takes so long: whatever its slowest times are
   * above that, the machine makes and not the code.
   */
  private static Measured control(long nanos, int times) {
    int rounds = 1_000;
    while (spinNanos(rounds) < nanos) {
      rounds += Math.max(1, rounds / 50);
    }
    Measured measured = new Measured(times, REQUESTS_PER_SECOND);
    for (int i = 0; i < times; i++) {
      measured.begin();
      spin(rounds);
      measured.end();
    }
    return measured;
  }

  private static long spinNanos(int rounds) {
    long[] nanos = new long[501];
    for (int i = 0; i < nanos.length; i++) {
      long begin = System.nanoTime();
      spin(rounds);
      nanos[i] = System.nanoTime() - begin;
    }
    return median(nanos);
  }

  private static void spin(int rounds) {
    long state = System.nanoTime() | 1;
    for (int i = 0; i < rounds; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    if (state == 0) {
      throw new IllegalStateException("xorshift never becomes 0");
    }
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void twentyThousandLinesASecond(RequestLog log) {
    LogCounts before = log.counts();
    long cpuBefore = processCpuNanos();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      threads.add(new Thread(() -> measureWrites(log, 12_500, 2_500)));
    }
    long begin = System.nanoTime();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "8 threads: %.0f lines/s, %.1f us CPU per line, dropped %d%n",
        100_000 / seconds,
        (processCpuNanos() - cpuBefore) / 1e3 / 100_000,
        log.counts().dropped() - before.dropped());
  }

  private static RequestAccounts accounts(Consumer<LogEntry> log) {
    ServerMetrics metrics =
        new ServerMetrics("qwen", "0", Set.of("acme"), Optional::empty, () -> 0);
    AccountBook both =
        new AccountBook() {
          @Override
          public void write(LogEntry entry) {
            log.accept(entry);
            metrics.observe(entry);
          }

          @Override
          public void cost(long nanos) {
            metrics.logCost(nanos);
          }
        };
    return new RequestAccounts(both, Clock.systemUTC(), System::nanoTime, Optional::empty);
  }

  private Measured measure(RequestAccounts accounts, int requests) {
    Measured measured = new Measured(requests, REQUESTS_PER_SECOND);
    for (int i = 0; i < requests; i++) {
      measured.begin();
      request(accounts, "r-" + i);
      measured.end();
    }
    return measured;
  }

  private void request(RequestAccounts accounts, String id) {
    try (RequestAccount account = accounts.open(id, SampleEvents::parameters)) {
      account.describe(SampleEvents.prompt(prompt));
      account.inputTokens(1_000);
      account.queued();
      account.started();
      long stepNanos = System.nanoTime();
      for (int t = 0; t < tokens; t++) {
        stepNanos += 20_000;
        account.token(stepNanos);
      }
      account.finish(Outcome.success(FinishReason.STOP), ANSWER);
    }
  }

  private static Measured measureWrites(RequestLog log, int lines, int perSecond) {
    Measured measured = new Measured(lines, perSecond);
    LogEvent event = SampleEvents.finished("r");
    for (int i = 0; i < lines; i++) {
      measured.begin();
      log.write(event);
      measured.end();
    }
    return measured;
  }

  private static long processCpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void report(String what, Measured measured, RequestLog log) {
    System.out.printf(
        "%s: %s; of processor time %s; dropped so far %d%n",
        what, micros(measured.wall), micros(measured.processor), log.counts().dropped());
  }

  private static String micros(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median %.1f us, p99 %.1f us, p99.9 %.1f us",
        sorted[sorted.length / 2] / 1e3,
        sorted[(int) (sorted.length * 99L / 100)] / 1e3,
        sorted[(int) (sorted.length * 999L / 1000)] / 1e3);
  }

  /** Keeps times and the pace. */
  private static final class Measured {
    private final long[] wall;
    private final long[] processor;
    private final int perSecond;
    private final long begin = System.nanoTime();
    private long wallBegin;
    private long processorBegin;
    private int count;

    Measured(int requests, int perSecond) {
      this.wall = new long[requests];
      this.processor = new long[requests];
      this.perSecond = perSecond;
    }

    /** The processor's clock is slow to read, so it is outside of the other one. */
    void begin() {
      processorBegin = THREADS.getCurrentThreadCpuTime();
      wallBegin = System.nanoTime();
    }

    void end() {
      wall[count] = System.nanoTime() - wallBegin;
      processor[count++] = THREADS.getCurrentThreadCpuTime() - processorBegin;
      long next = begin + count * 1_000_000_000L / perSecond;
      while (next - System.nanoTime() > 0) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }
}
