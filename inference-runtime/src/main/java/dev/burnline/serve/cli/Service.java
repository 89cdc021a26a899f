package dev.burnline.serve.cli;

import dev.burnline.serve.account.AccountBook;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.ModelLoaded;
import dev.burnline.serve.event.ServiceReady;
import dev.burnline.serve.gpu.GpuMonitor;
import dev.burnline.serve.http.Backend;
import dev.burnline.serve.http.HttpServer;
import dev.burnline.serve.http.Rehearsal;
import dev.burnline.serve.metrics.ServerMetrics;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.requestlog.RequestLog;
import dev.burnline.serve.settings.ServeSettings;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server with its log; closing it lets requests at work end first. */
final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final ServeSettings settings;
  private final ServiceLog log;
  private final Backend backend;
  private final ServerMetrics metrics;
  private final RequestAccounts accounts;
  private final HttpServer server;
  private final String url;
  private @Nullable String failure;

  private Service(
      ServeSettings settings,
      ServiceLog log,
      Backend backend,
      ServerMetrics metrics,
      RequestAccounts accounts,
      HttpServer server,
      String url) {
    this.settings = settings;
    this.log = log;
    this.backend = backend;
    this.metrics = metrics;
    this.accounts = accounts;
    this.server = server;
    this.url = url;
  }

  /**
   * Opens the port and the log; the model is still to be loaded.
   *
   * @param modelName what will be served
   */
  static Service open(ServeSettings settings, String modelName) throws StartException {
    String version = Version.number();
    String name = settings.log().service().orElse(modelName);
    // The port comes first: where a server runs already, nothing is written to its log.
    ServerSocketChannel socket = Listening.on(settings.host(), settings.port());
    ServiceLog log = ServiceLog.open(settings, name, socket.socket().getLocalPort());
    Backend backend = new Backend();
    ServerMetrics metrics =
        new ServerMetrics(name, version, settings.keys().tenants(), backend::engine, log::dropped);
    RequestAccounts accounts = accounts(log.requestLog(), metrics, log.modelGpu());
    log.begin(version, accounts::totals);
    metrics.addJvm();
    HttpServer server =
        HttpServer.start(
            new HttpServer.Parts(
                accounts,
                backend,
                settings.limits(),
                settings.keys(),
                settings.corsOrigin(),
                metrics,
                Clock.systemUTC()),
            socket);
    return new Service(settings, log, backend, metrics, accounts, server, Listening.url(socket));
  }

  /** One for all, as compiled code holds for the very classes that were rehearsed. */
  private static RequestAccounts accounts(RequestLog log, ServerMetrics metrics, ModelGpu gpu) {
    return new RequestAccounts(new Book(log, metrics), Clock.systemUTC(), System::nanoTime, gpu);
  }

  /** Each event of a request goes to the log and into the metrics. */
  private record Book(RequestLog log, ServerMetrics metrics) implements AccountBook {
    @Override
    public void write(LogEntry entry) {
      log.write(entry);
      metrics.observe(entry);
    }

    @Override
    public void cost(long nanos) {
      metrics.logCost(nanos);
    }
  }

  /**
   * Makes the accounts of requests fast before there are any. Nobody waits for it: until it is
   * done, or where it fails, requests are only slower.
   */
  static void rehearse() {
    try {
      Thread thread =
          new Thread(
              () -> {
                try {
                  keepAccountsOfNobody();
                } catch (RuntimeException | Error e) {
                  LOG.debug("the rehearsal failed", e);
                }
              },
              "rehearsal");
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError e) {
      LOG.debug("there can be no rehearsal", e);
    }
  }

  static void keepAccountsOfNobody() {
    try (RequestLog nowhere = RequestLog.toNowhere(Clock.systemUTC())) {
      ServerMetrics metrics = new ServerMetrics("none", "0", Set.of(), Optional::empty, () -> 0);
      ModelGpu noGpu = new ModelGpu(GpuMonitor.of("none", nowhere::write));
      Rehearsal.run(accounts(nowhere, metrics, noGpu));
    }
  }

  /** Says that the model is loaded; from now on requests are answered. */
  void serve(TextEngine engine) {
    ModelDescription model = engine.model();
    log.write(
        new ModelLoaded(
            model.name(),
            model.weightsSha256(),
            model.loadMillis(),
            model.dtype(),
            model.device()));
    log.modelGpu().watch(model.device());
    backend.serve(engine);
    metrics.ready();
    log.write(new ServiceReady(accounts.totals().inFlight()));
  }

  /** Says why it stops by itself, which its log will tell. */
  void failed(Throwable why) {
    failure = why instanceof StartException ? why.getMessage() : why.toString();
  }

  /** Returns the line that says where the server is and what it serves. */
  String readyLine(ModelDescription model) {
    return String.format(
        Locale.ROOT,
        "ready: %s  model %s (%s, %s, loaded in %.1f s)  log %s",
        url,
        model.name(),
        model.dtype(),
        model.device(),
        model.loadMillis() / 1_000,
        settings.log().folder().resolve("app.log"));
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    new Drain(backend, accounts, server, log).run(settings.drainPatience(), failure);
  }
}
