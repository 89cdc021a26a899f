package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.repetition.RepetitionRule;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.SamplingDefaults;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  @Test
  void theDefaultBudgetIsWhatTheSlotsCanUseAtMost() {
    FakeModel small = new FakeModel(512, prompt -> "");

    assertThat(EngineSettings.forModel(small.description()))
        .isEqualTo(new EngineSettings(8, 64, 8 * 512, 256, 8, new RepetitionRule(64, 6, 512)));
  }

  @Test
  void theDefaultBudgetOfALargeModelIsTwoGibibytes() {
    ModelDescription large =
        new ModelDescription(
            "m",
            "0".repeat(64),
            1,
            "bfloat16",
            "cuda:0",
            131_072,
            151_936,
            28_672,
            SamplingDefaults.GREEDY);

    assertThat(EngineSettings.forModel(large).cacheTokens()).isEqualTo((2L << 30) / 28_672);
    assertThat(
            EngineSettings.forModel(large, 3).withCacheBytes(Long.MAX_VALUE, large).cacheTokens())
        .isEqualTo(3 * 131_072);
    assertThat(EngineSettings.forModel(large).withCacheBytes(28_672 * 100, large).cacheTokens())
        .isEqualTo(100);
  }

  @Test
  void refusesLimitsThatLeaveNothing() {
    EngineSettings settings = EngineSettings.forModel(new FakeModel(prompt -> "").description());

    assertThatThrownBy(() -> settings.withSlots(0)).hasMessage("slots must be at least 1, got 0");
    assertThatThrownBy(() -> settings.withQueueLength(-1))
        .hasMessage("queueLength must be at least 0, got -1");
    assertThatThrownBy(() -> settings.withCacheTokens(1))
        .hasMessage("cacheTokens must be at least 2, got 1");
    assertThatThrownBy(() -> settings.withPrefillTokens(0))
        .hasMessage("prefillTokens must be at least 1, got 0");
    assertThatThrownBy(() -> settings.withMostOvertakes(-1))
        .hasMessage("mostOvertakes must be at least 0, got -1");
  }
}
