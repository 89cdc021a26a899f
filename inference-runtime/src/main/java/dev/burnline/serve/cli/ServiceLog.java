package dev.burnline.serve.cli;

import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.Totals;
import dev.burnline.serve.gpu.GpuMonitor;
import dev.burnline.serve.requestlog.RequestLog;
import dev.burnline.serve.requestlog.RequestLogSettings;
import dev.burnline.serve.settings.ServeSettings;
import dev.burnline.serve.vitals.Vitals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The request log with what is written to it at a steady pace. */
final class ServiceLog implements AutoCloseable {

  private static final String NVIDIA_SMI = "nvidia-smi";

  private final LogFolderLock lock;
  private final RequestLog log;
  private final GpuMonitor gpus;
  private final ModelGpu modelGpu;
  private final ScheduledExecutorService scheduler;
  private @Nullable Vitals vitals;

  private ServiceLog(LogFolderLock lock, RequestLog log) {
    this.lock = lock;
    this.log = log;
    this.gpus = GpuMonitor.of(NVIDIA_SMI, log::write);
    this.modelGpu = new ModelGpu(gpus);
    this.scheduler =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "vitals");
              thread.setDaemon(true);
              return thread;
            });
  }

  static ServiceLog open(ServeSettings settings, String service, int port) throws StartException {
    ServeSettings.LogSettings asked = settings.log();
    Path folder = asked.folder();
    LogFolderLock lock = LogFolderLock.take(folder);
    try {
      RequestLogSettings log =
          RequestLogSettings.of(
                  folder, service, asked.instance().orElseGet(() -> hostName() + ":" + port))
              .withRotation(asked.maxFileBytes(), asked.backups());
      return new ServiceLog(lock, RequestLog.open(log, Clock.systemUTC()));
    } catch (IOException e) {
      lock.close();
      throw new StartException(
          ExitCode.WRONG_USAGE,
          "--log-dir: '%s' cannot be written to (%s)"
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  /** Writes the first lines and starts the heartbeats. */
  void begin(String version, Supplier<Totals> totals) {
    log.announceStart(version, null);
    Vitals started = new Vitals(totals, this::dropped, log::write, gpus::sample);
    started.start(scheduler, Vitals.PERIOD);
    vitals = started;
  }

  void write(LogEntry entry) {
    log.write(entry);
  }

  long dropped() {
    return log.counts().dropped();
  }

  RequestLog requestLog() {
    return log;
  }

  ModelGpu modelGpu() {
    return modelGpu;
  }

  @Override
  public void close() {
    if (vitals != null) {
      vitals.close();
    }
    scheduler.shutdownNow();
    log.close();
    lock.close();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
