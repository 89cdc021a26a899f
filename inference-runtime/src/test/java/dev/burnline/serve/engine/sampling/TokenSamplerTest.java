package dev.burnline.serve.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.engine.sampling.NaiveSampler.Candidate;
import dev.burnline.serve.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TokenSamplerTest {

  private static final float[] EIGHT = {2, 1.5f, 1, 0.5f, 0, -0.5f, -1, -3};

  @Test
  void greedyTakesTheGreatestLogitAndTheLowerIdAmongEquals() {
    assertThat(greedy(1, Tokens.NONE).next(new float[] {1, 3, 2, 3})).isEqualTo(1);
    assertThat(greedy(1, Tokens.NONE).next(new float[] {-5, -5, -5, -5})).isZero();
  }

  @Test
  void seenTokensAreDividedAboveZeroAndMultipliedBelow() {
    TokenSampler above = greedy(2, Tokens.of(0, 0, 0));
    assertThat(above.next(new float[] {3.9f, 1.9f, 0, 0})).as("3.9 / 2 > 1.9").isZero();
    assertThat(above.next(new float[] {3.9f, 2, 0, 0})).as("3.9 / 2 < 2").isEqualTo(1);
    TokenSampler below = greedy(2, Tokens.of(0));
    assertThat(below.next(new float[] {-1.1f, -2, -4, -4})).as("-1.1 * 2 < -2").isEqualTo(1);
    assertThat(below.next(new float[] {-1.1f, -2, -4, -4})).as("-2 * 2 is seen too").isZero();
  }

  @Test
  void isExactlyTheNaiveSamplerOverManySettings() {
    Random random = new Random(11);
    for (int round = 0; round < 1500; round++) {
      int vocabulary = 1 + random.nextInt(round % 10 == 0 ? 2000 : 40);
      float[] logits = new float[vocabulary];
      int spread = 1 + random.nextInt(8);
      for (int i = 0; i < vocabulary; i++) {
        logits[i] = (float) (random.nextGaussian() * spread);
        logits[i] = round % 3 == 0 ? Math.round(logits[i]) : logits[i];
      }
      Tokens seen = Tokens.of(random.ints(5, 0, vocabulary).toArray());
      Sampling sampling =
          new Sampling(
              0.05 + random.nextDouble() * 1.9,
              random.nextBoolean() ? 1 : 0.05 + 0.95 * random.nextDouble(),
              random.nextBoolean() ? 0 : 1 + random.nextInt(60),
              random.nextBoolean() ? 1 : 0.5 + random.nextDouble(),
              random.nextLong());
      List<Candidate> candidates = NaiveSampler.candidates(logits, sampling, seen);
      TokenSampler sampler = new TokenSampler(sampling, seen, new SamplerMemory(vocabulary));
      double point = new SplittableRandom(sampling.seed()).nextDouble();

      int chosen = sampler.next(logits);

      assertThat(chosen).as("%s of %d", sampling, vocabulary).isEqualTo(at(point, candidates));
    }
  }

  private static int at(double point, List<Candidate> candidates) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort((a, b) -> Integer.compare(a.id(), b.id()));
    double passed = 0;
    for (Candidate candidate : order) {
      passed += candidate.probability();
      if (point < passed) {
        return candidate.id();
      }
    }
    return order.get(order.size() - 1).id();
  }

  @Test
  void drawsAsOftenAsTheProbabilitiesSay() {
    for (Sampling sampling :
        List.of(
            new Sampling(1, 1, 0, 1, 1L),
            new Sampling(0.6, 1, 0, 1, 2L),
            new Sampling(1.7, 0.9, 0, 1, 3L),
            new Sampling(1, 1, 4, 1, 4L),
            new Sampling(0.8, 0.8, 5, 1, 5L))) {
      TokenSampler sampler = new TokenSampler(sampling, Tokens.NONE, new SamplerMemory(8));
      List<Candidate> candidates = NaiveSampler.candidates(EIGHT, sampling, Tokens.NONE);
      int[] drawn = new int[8];
      int draws = 50_000;
      for (int i = 0; i < draws; i++) {
        drawn[sampler.next(EIGHT)]++;
      }

      double chiSquare = 0;
      int known = 0;
      for (Candidate candidate : candidates) {
        double expected = draws * candidate.probability();
        chiSquare += Math.pow(drawn[candidate.id()] - expected, 2) / expected;
        known += drawn[candidate.id()];
      }
      assertThat(known).as("nothing outside the kept tokens, %s", sampling).isEqualTo(draws);
      assertThat(chiSquare).as("99.9 %% at 7 degrees of freedom, %s", sampling).isLessThan(24.32);
    }
  }

  @Test
  void topPKeepsTheTokenThatCrossesIt() {
    float[] half = {0, 0, -100, -100};
    TokenSampler exact = sampler(new Sampling(1, 0.5, 0, 1, 1L), 4);
    TokenSampler more = sampler(new Sampling(1, 0.51, 0, 1, 1L), 4);
    boolean second = false;
    for (int i = 0; i < 100; i++) {
      assertThat(exact.next(half)).isZero();
      second |= more.next(half) == 1;
    }
    assertThat(second).isTrue();
  }

  @Test
  void aSeedGivesTheSameWhateverElseIsChosenBetween() {
    Sampling sampling = new Sampling(1.5, 0.95, 0, 1.1, 42L);
    SamplerMemory shared = new SamplerMemory(8);
    TokenSampler alone = sampler(sampling, 8);
    TokenSampler among = new TokenSampler(sampling, Tokens.NONE, shared);
    TokenSampler other = new TokenSampler(new Sampling(2, 1, 3, 2, 7L), Tokens.NONE, shared);
    for (int i = 0; i < 200; i++) {
      int expected = alone.next(EIGHT);
      other.next(new float[] {9, 9, 9, 9, 9, 9, 9, 9});
      assertThat(among.next(EIGHT)).isEqualTo(expected);
    }
  }

  @Test
  void neighbouringSeedsBeginWithAllTokensThatAreLikely() {
    float[] equal = new float[8];
    for (long from : List.of(0L, 1_000L, -60L, 1_764_370_000L)) {
      long distinct =
          LongStream.range(from, from + 60)
              .mapToInt(seed -> sampler(new Sampling(1, 1, 0, 1, seed), 8).next(equal))
              .distinct()
              .count();
      assertThat(distinct).as("first tokens of 60 seeds from %d", from).isEqualTo(8);
    }
  }

  @Test
  void staysStableAtTheEdgesOfNumbers() {
    float[] huge = {Float.MAX_VALUE, -Float.MAX_VALUE, 0, Float.MAX_VALUE};
    assertThat(sampler(new Sampling(1e-300, 1, 0, 1, 1L), 4).next(huge)).isIn(0, 3);
    assertThat(sampler(new Sampling(2, 1e-12, 0, 1, 1L), 4).next(huge)).isZero();
    assertThat(sampler(new Sampling(Double.MIN_VALUE, 0.3, 2, 1, 1L), 8).next(EIGHT)).isZero();
  }

  @Test
  void refusesLogitsThatAreNoNumbersOrTooFew() {
    TokenSampler sampler = greedy(1, Tokens.NONE);
    assertThatThrownBy(() -> sampler.next(new float[] {1, Float.NaN, 1, 1}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model's logit of token 1 is not finite: NaN");
    assertThatThrownBy(() -> sampler.next(new float[] {1, 1, 1, Float.NEGATIVE_INFINITY}))
        .hasMessage("the model's logit of token 3 is not finite: -Infinity");
    assertThatThrownBy(() -> sampler.next(new float[3]))
        .hasMessage("the model gave 3 logits for a vocabulary of 4");
  }

  private static TokenSampler greedy(double penalty, Tokens prompt) {
    return new TokenSampler(new Sampling(0, 1, 0, penalty, null), prompt, new SamplerMemory(4));
  }

  private static TokenSampler sampler(Sampling sampling, int vocabulary) {
    return new TokenSampler(sampling, Tokens.NONE, new SamplerMemory(vocabulary));
  }
}
