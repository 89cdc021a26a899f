package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeedTest {

  private final FakeModel model = new FakeModel(prompt -> "a".repeat(200));
  private final ManualEngine engine = new ManualEngine(model, ManualEngine.settings(model));

  SeedTest() {
    model.certainty(3);
  }

  @Test
  void aSeedGivesTheSameAnswerAloneAmongOthersAndAfterALostSequence() {
    HeardAnswer alone = engine.submit(seeded("q", 7L));
    engine.finish();

    HeardAnswer among = engine.submit(seeded("q", 7L));
    HeardAnswer other = engine.submit(seeded("q", 8L));
    HeardAnswer unseeded = engine.submit(seeded("q", null));
    engine.submit(seeded("something else", 7L));
    engine.rounds(10);
    model.onStep(
        steps -> {
          model.onStep(later -> {});
          throw new DeviceOutOfMemoryException("too many at a time", null);
        });
    engine.finish();

    assertThat(among.content()).isEqualTo(alone.content()).hasSizeGreaterThan(20);
    assertThat(other.content()).isNotEqualTo(alone.content());
    assertThat(unseeded.content()).isNotEqualTo(alone.content());
  }

  private static GenerationRequest seeded(String prompt, @Nullable Long seed) {
    return new GenerationRequest(
        Requests.asking(prompt).promptTokens(),
        60,
        new Sampling(1, 0.98, 0, 1.1, seed),
        List.of(),
        Reasoning.AS_TEXT,
        Duration.ofHours(1),
        Duration.ofHours(1));
  }
}
