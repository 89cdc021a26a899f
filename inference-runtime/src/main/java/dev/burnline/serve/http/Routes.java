package dev.burnline.serve.http;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.metrics.ServerMetrics;
import dev.burnline.serve.page.ChatPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path does what. */
final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);

  /** What a path takes that only tells something; Jetty leaves the body of HEAD out. */
  private static final String READING = "GET, HEAD";

  private final HttpServer.Parts parts;
  private final ChatPage page;
  private final Callers callers;
  private final GenerationHandler generation;
  private final Readiness readiness;
  private final Cors cors;

  Routes(HttpServer.Parts parts, BodyMemory memory, ChatPage page) {
    this.parts = parts;
    this.page = page;
    this.callers = new Callers(parts.keys());
    this.generation =
        new GenerationHandler(
            parts.accounts(), parts.backend(), parts.limits(), memory, callers, parts.clock());
    this.readiness = new Readiness(parts.backend(), parts.limits().wedgedAfter(), PROBE_PATIENCE);
    this.cors = new Cors(parts.corsOrigin());
  }

  void addTo(RoutesConfig routes) {
    routes.before(
        context -> {
          context.res().setHeader("X-Content-Type-Options", "nosniff");
          cors.addTo(context);
          if (parts.backend().isDraining()) {
            context.res().setHeader("Connection", "close"); // The next request goes elsewhere.
          }
        });
    for (Route route : Route.values()) {
      serve(
          routes,
          route.path(),
          "POST",
          context -> generation.handle(route, context.req(), context.res()));
    }
    serveReading(routes, "/v1/models", this::models);
    serveReading(routes, "/v1/models/<name>", this::models);
    serveReading(routes, "/health", context -> tell(context, readiness.broken()));
    serveReading(routes, "/ready", context -> tell(context, readiness.problem()));
    serveReading(routes, "/metrics", this::metrics);
    serveReading(routes, "/", this::page);
    routes.error(404, context -> unknown(context, 404, "there is nothing at this path"));
    routes.exception(Exception.class, (e, context) -> unknown(context, 500, "the server failed"));
  }

  private void serveReading(RoutesConfig routes, String path, Handler handler) {
    serve(
        routes,
        path,
        READING,
        context -> {
          String method = context.req().getMethod();
          if (method.equals("GET") || method.equals("HEAD")) {
            handler.handle(context);
          } else {
            context.res().setHeader("Allow", READING);
            unknown(context, 405, path + " takes GET and HEAD only");
          }
        });
  }

  /**
   * Gives a path one handler for all methods but OPTIONS. Javalin's own routes are by method: they
   * answer HEAD with 200 where there is GET, whatever GET would say, and do not know all methods.
   */
  private void serve(RoutesConfig routes, String path, String methods, Handler handler) {
    routes.before(
        path,
        context -> {
          if (context.req().getMethod().equals("OPTIONS")) {
            cors.preflight(context, methods);
          } else {
            handler.handle(context);
          }
          context.skipRemainingHandlers();
        });
  }

  private void models(Context context) throws IOException {
    try {
      callers.of(context.header("Authorization"));
      Optional<TextEngine> engine = parts.backend().engine();
      List<Map<String, Object>> models = engine.stream().map(this::model).toList();
      String path = context.path();
      if (path.equals("/v1/models")) {
        new Exchange(context.res()).send(200, Map.of("object", "list", "data", models));
        return;
      }
      Optional<Map<String, Object>> asked =
          models.stream().filter(model -> path.equals("/v1/models/" + model.get("id"))).findFirst();
      if (asked.isEmpty()) {
        throw new ApiException(
            ApiError.of(404, ErrorType.VALIDATION, "this model is not served here")
                .withParam("model")
                .withCode("model_not_found"));
      }
      new Exchange(context.res()).send(200, asked.get());
    } catch (ApiException e) {
      new Exchange(context.res()).send(e.error());
    }
  }

  private Map<String, Object> model(TextEngine engine) {
    return Map.of(
        "id",
        engine.model().name(),
        "object",
        "model",
        "created",
        0,
        "owned_by",
        "burnline",
        "max_model_len",
        engine.model().contextTokens());
  }

  private static void tell(Context context, Optional<String> problem) throws IOException {
    new Exchange(context.res())
        .send(
            problem.isEmpty() ? 200 : 503,
            problem.isEmpty()
                ? Map.of("status", "ok")
                : Map.of("status", "unavailable", "reason", problem.get()));
  }

  private void metrics(Context context) throws IOException {
    context.res().setContentType(ServerMetrics.CONTENT_TYPE);
    write(context, parts.metrics().exposition());
  }

  private void page(Context context) throws IOException {
    page.headers().forEach(context.res()::setHeader);
    write(context, page.html());
  }

  private static void write(Context context, byte[] body) throws IOException {
    context.res().setContentLength(body.length);
    context.res().getOutputStream().write(body);
  }

  /** Javalin asks this of every answer with such a status, also of those that are written. */
  private static void unknown(Context context, int httpStatus, String message) {
    try {
      ErrorType type = httpStatus < 500 ? ErrorType.VALIDATION : ErrorType.ENGINE_ERROR;
      new Exchange(context.res()).send(ApiError.of(httpStatus, type, message));
    } catch (IOException e) {
      LOG.debug("a client went away before it was told of its error", e);
    }
  }
}
