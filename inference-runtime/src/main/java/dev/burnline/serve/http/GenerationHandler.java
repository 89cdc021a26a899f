package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.account.RequestAccount;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.settings.ApiKeys.Caller;
import dev.burnline.serve.settings.Limits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests for text. Each has one account, which is closed whatever happens. */
final class GenerationHandler {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationHandler.class);

  /** The engine ends a request in time by itself; this is for an engine that does not. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final RequestAccounts accounts;
  private final Backend backend;
  private final Limits limits;
  private final Callers callers;
  private final Clock clock;
  private final BodyReader bodies;
  private final Preparation preparation;

  /**
   * JSON takes many times its length in memory, so only as many as have a core are read at once.
   */
  private final Semaphore reading = new Semaphore(Runtime.getRuntime().availableProcessors());

  GenerationHandler(
      RequestAccounts accounts,
      Backend backend,
      Limits limits,
      BodyMemory memory,
      Callers callers,
      Clock clock) {
    this.accounts = accounts;
    this.backend = backend;
    this.limits = limits;
    this.callers = callers;
    this.clock = clock;
    this.bodies = new BodyReader(limits, memory);
    this.preparation = new Preparation(limits);
  }

  /** Answers one request; its {@code request.finished} is written before this returns. */
  void handle(Route route, HttpServletRequest request, HttpServletResponse response) {
    String id = RequestIds.of(request.getHeader(RequestIds.HEADER));
    response.setHeader(RequestIds.HEADER, id);
    try (RequestAccount account =
        accounts.open(id, Asked.unread(route, backend.engine(), Optional.empty()))) {
      Call call =
          new Call(route, id, request, bodies.open(request), new Exchange(response), account);
      try {
        answer(call);
      } catch (ApiException e) {
        refuse(call, e.error());
        bodies.discardRest(request, call.body());
      } catch (RuntimeException e) {
        LOG.error("request {} failed", id, e);
        refuse(call, ServerErrors.defect(e));
      } catch (OutOfMemoryError e) {
        refuse(call, ServerErrors.NO_MEMORY);
        LOG.error("there was no memory for request {}", id, e);
        bodies.discardRest(request, call.body());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        refuse(call, EngineEnds.shutdown());
      }
    }
  }

  /** One request and what belongs to it. */
  private record Call(
      Route route,
      String id,
      HttpServletRequest request,
      BodyInput body,
      Exchange exchange,
      RequestAccount account) {}

  private void answer(Call call) throws ApiException, InterruptedException {
    Caller caller = callers.of(call.request().getHeader("Authorization"));
    call.account().asksFor(Asked.unread(call.route(), backend.engine(), caller.tenant()));
    if (!call.request().getMethod().equals("POST")) {
      call.exchange().response().setHeader("Allow", "POST");
      throw ApiException.of(405, ErrorType.VALIDATION, call.route().path() + " takes POST only");
    }
    TextEngine engine = engine();
    generate(call, engine, read(call, caller, engine));
  }

  /** A request that can be given to the engine. */
  private record Prepared(boolean stream, boolean includeUsage, GenerationRequest request) {}

  private Prepared read(Call call, Caller caller, TextEngine engine)
      throws ApiException, InterruptedException {
    try (Body body = whole(call)) {
      Wire.of(call.request()).bodyIsRead();
      if (!reading.tryAcquire(limits.queueTime().toNanos(), TimeUnit.NANOSECONDS)) {
        throw ApiException.of(
            503,
            ErrorType.QUEUE_TIMEOUT,
            "the prompt was not read in time, as others were before it");
      }
      try {
        return prepare(call, caller, engine, body.bytes());
      } finally {
        reading.release();
      }
    }
  }

  private Body whole(Call call) throws ApiException {
    try {
      return bodies.read(call.request(), call.body());
    } catch (ApiException e) {
      // At its end a server closes the connections of bodies that still come.
      boolean closedHere = e.error().httpStatus() == 499 && backend.isDraining();
      throw closedHere ? new ApiException(EngineEnds.shutdown()) : e;
    }
  }

  private Prepared prepare(Call call, Caller caller, TextEngine engine, InputStream bytes)
      throws ApiException {
    ObjectNode body = JsonBody.parse(bytes);
    String model = engine.model().name();
    Ask ask = ask(call, caller, body, model);
    Ask.Encoded encoded = preparation.encode(ask.prompt(), engine);
    call.account().inputTokens(encoded.tokens().size());
    return new Prepared(
        ask.stream(), ask.includeUsage(), preparation.request(ask, encoded, engine.model()));
  }

  private Ask ask(Call call, Caller caller, ObjectNode body, String model) throws ApiException {
    RequestAccount account = call.account();
    AskReader reader = new AskReader(call.route(), body, limits.maxTokens());
    try {
      Ask.Prompting prompt = reader.prompt();
      account.describe(Prompt.of(prompt));
      checkModel(body, model);
      Ask ask = reader.ask(prompt);
      account.knows(() -> Asked.of(call.route(), ask, model, caller.tenant()));
      return ask;
    } catch (ApiException | RuntimeException | OutOfMemoryError e) {
      keepWhatWasSent(call, caller, body, model);
      throw e;
    }
  }

  private static void keepWhatWasSent(Call call, Caller caller, ObjectNode body, String model) {
    try {
      call.account().knows(() -> Asked.parameters(call.route(), body, model, caller.tenant()));
    } catch (OutOfMemoryError e) {
      LOG.debug("there was no memory for the parameters of request {}", call.id(), e);
    }
  }

  private void generate(Call call, TextEngine engine, Prepared prepared)
      throws InterruptedException {
    GenerationRequest request = prepared.request();
    RequestAccount account = call.account();
    Progress progress = new Progress(System::nanoTime, request.promptTokens().size());
    Shape shape =
        new Shape(call.route(), call.id(), clock.instant().getEpochSecond(), engine.model().name());
    Answer answer =
        prepared.stream()
            ? new StreamAnswer(call.exchange(), shape, progress, prepared.includeUsage())
            : new WholeAnswer(call.exchange(), shape, progress);
    Inbox inbox = new Inbox(account, answer.maxUnsentChars(), progress);
    account.queued();
    Generation generation = engine.submit(request, inbox);
    try {
      inbox.attach(generation);
      Delivery delivery =
          new Delivery(
              call.id(),
              inbox,
              generation,
              answer,
              Wire.of(call.request()),
              progress,
              limits.heartbeat(),
              limits.queueTime().plus(limits.generationTime()).plus(GRACE));
      Outcome outcome = delivery.run();
      inbox.repetitionRatio().ifPresent(account::repetitionRatio);
      account.finish(outcome, delivery.excerpt());
    } finally {
      // Nothing may go on generating for a request that has ended here.
      generation.cancel();
    }
  }

  private TextEngine engine() throws ApiException {
    if (backend.isDraining()) {
      throw new ApiException(EngineEnds.shutdown());
    }
    return backend
        .engine()
        .orElseThrow(
            () ->
                new ApiException(
                    ApiError.of(503, ErrorType.OVERLOADED, "the model is still loading")
                        .withCode("model_loading")));
  }

  private static void checkModel(ObjectNode body, String served) throws ApiException {
    String asked = new JsonFields(body, "").text("model").orElse(served);
    if (!asked.equals(served)) {
      throw new ApiException(
          ApiError.of(
                  404,
                  ErrorType.VALIDATION,
                  "the model '%s' is not served here, '%s' is".formatted(Shown.of(asked), served))
              .withParam("model")
              .withCode("model_not_found"));
    }
  }

  private static void refuse(Call call, ApiError error) {
    HttpServletResponse response = call.exchange().response();
    RequestAccount account = call.account();
    int seenStatus = error.httpStatus();
    try {
      if (response.isCommitted()) {
        seenStatus = response.getStatus();
        Wire.of(call.request()).cut();
      } else {
        call.exchange().send(error);
      }
    } catch (IOException e) {
      LOG.debug("a client went away before it was told of its error", e);
    } finally {
      account.finish(
          account.hasStarted() ? Outcomes.failed(error, seenStatus) : Outcomes.refused(error), "");
    }
  }
}
