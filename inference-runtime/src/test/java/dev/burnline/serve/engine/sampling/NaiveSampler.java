package dev.burnline.serve.engine.sampling;

import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.model.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The rules of sampling, written down as plainly as can be. */
final class NaiveSampler {

  /** A token that may be drawn. */
  record Candidate(int id, double probability) {}

  private NaiveSampler() {}

  static List<Candidate> candidates(float[] logits, Sampling sampling, Tokens seen) {
    double[] scores = IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).toArray();
    Set<Integer> distinct = new LinkedHashSet<>(seen.stream().boxed().toList());
    for (int id : distinct) {
      scores[id] =
          scores[id] < 0
              ? scores[id] * sampling.repetitionPenalty()
              : scores[id] / sampling.repetitionPenalty();
    }
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
            .toList();
    if (sampling.temperature() == 0) {
      return List.of(new Candidate(order.get(0), 1));
    }
    if (sampling.topK() > 0 && sampling.topK() < order.size()) {
      order = order.subList(0, sampling.topK());
    }
    List<Candidate> softmax = softmax(scores, order, sampling.temperature());
    List<Candidate> nucleus = new ArrayList<>();
    double sum = 0;
    for (Candidate candidate : softmax) {
      if (sum >= sampling.topP()) {
        break;
      }
      nucleus.add(candidate);
      sum += candidate.probability();
    }
    double kept = sum;
    return nucleus.stream().map(c -> new Candidate(c.id(), c.probability() / kept)).toList();
  }

  private static List<Candidate> softmax(double[] scores, List<Integer> order, double temperature) {
    double greatest = scores[order.get(0)];
    double sum = 0;
    for (int id : order) {
      sum += Math.exp((scores[id] - greatest) / temperature);
    }
    List<Candidate> softmax = new ArrayList<>();
    for (int id : order) {
      softmax.add(new Candidate(id, Math.exp((scores[id] - greatest) / temperature) / sum));
    }
    return softmax;
  }
}
