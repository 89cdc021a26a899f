package dev.burnline.serve.http;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.metrics.ServerMetrics;
import dev.burnline.serve.page.ChatPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
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

  /** Methods that a generating route answers, all but one of them with 405. */
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.POST,
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE);

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
        });
    for (Route route : Route.values()) {
      for (HandlerType method : METHODS) {
        routes.addHttpHandler(
            method,
            route.path(),
            context -> generation.handle(route, context.req(), context.res()));
      }
      routes.options(route.path(), context -> cors.preflight(context, "POST"));
    }
    for (String path : List.of("/v1/models", "/v1/models/<name>")) {
      routes.get(path, this::models);
      routes.options(path, context -> cors.preflight(context, "GET"));
    }
    routes.get("/health", context -> tell(context, readiness.broken()));
    routes.get("/ready", context -> tell(context, readiness.problem()));
    routes.get("/metrics", this::metrics);
    routes.get("/", this::page);
    routes.error(404, context -> unknown(context, 404, "there is nothing at this path"));
    routes.error(405, context -> unknown(context, 405, "this path does not take this method"));
    routes.exception(Exception.class, (e, context) -> unknown(context, 500, "the server failed"));
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
    context.res().getOutputStream().write(parts.metrics().exposition());
  }

  private void page(Context context) throws IOException {
    page.headers().forEach(context.res()::setHeader);
    context.res().getOutputStream().write(page.html());
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
