package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.serve.account.RequestAccount;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.Prompt;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the accounts of requests that nobody sent. Code that has run a few thousand times is
 * compiled: without that, each of the first thousands of real requests would pay several times what
 * its account and its lines cost later.
 */
public final class Rehearsal {

  /** While a server starts, the JVM compiles for good after several times its usual 5000 calls. */
  private static final int REQUESTS = 30_000;

  private static final int BURST = 50;
  private static final long PAUSE_NANOS = 2_000_000;

  private static final Route ROUTE = Route.CHAT;

  private static final int TOKENS = 8;
  private static final long TOKEN_NANOS = 20_000_000;
  private static final String ANSWER = "Because of Rayleigh scattering. ".repeat(10);

  private static final byte[] BODY =
      """
      {"model": "rehearsal", "stream": true, "max_tokens": 64, "temperature": 0.6, "top_p": 0.95,
       "seed": 42, "messages": [{"role": "system", "content": "Be brief."},
       {"role": "user", "content": "Why is the sky blue? \u4e3a\u4ec0\u4e48?"}]}
      """
          .getBytes(UTF_8);

  private Rehearsal() {}

  /**
   * Takes a few seconds of processor time, most of them for compiling, and pauses in between.
   *
   * @param accounts whose log and metrics nobody reads
   */
  public static void run(RequestAccounts accounts) {
    try {
      AskReader reader =
          new AskReader(ROUTE, JsonBody.parse(new ByteArrayInputStream(BODY)), Integer.MAX_VALUE);
      Ask ask = reader.ask(reader.prompt());
      for (int i = 0; i < REQUESTS; i++) {
        rehearse(accounts, ask, "rehearsal-" + i);
        if (i % BURST == 0) {
          // The log's thread is to keep up; and there is a model to be loaded.
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    } catch (ApiException e) {
      throw new IllegalStateException("the rehearsal's own request is refused", e);
    }
  }

  private static void rehearse(RequestAccounts accounts, Ask ask, String id) {
    Optional<String> tenant = Optional.of("rehearsal");
    try (RequestAccount account =
        accounts.open(id, Asked.unread(ROUTE, Optional.empty(), Optional.empty()))) {
      account.asksFor(Asked.unread(ROUTE, Optional.empty(), tenant));
      account.describe(Prompt.of(ask.prompt()));
      account.knows(() -> Asked.of(ROUTE, ask, "rehearsal", tenant));
      account.inputTokens(BODY.length);
      account.queued();
      account.started();
      long nanos = System.nanoTime();
      for (int token = 0; token < TOKENS; token++) {
        nanos += TOKEN_NANOS;
        account.token(nanos);
      }
      account.repetitionRatio(0);
      account.finish(Outcome.success(FinishReason.STOP), ANSWER);
    }
  }
}
