package dev.burnline.serve.demo;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks a loaded model many questions at a time, as the server would, the likeliest token always.
 */
final class GreedyAnswers {

  private static final int AT_A_TIME = 64;

  private final LanguageModel model;
  private final int mostTokens;

  /**
   * Creates a questioner.
   *
   * @param mostTokens where an answer is cut
   */
  GreedyAnswers(LanguageModel model, int mostTokens) {
    this.model = model;
    this.mostTokens = mostTokens;
  }

  /** Returns the answers with their reasoning, in the order of the questions. */
  List<String> to(List<String> questions) {
    List<String> answers = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += AT_A_TIME) {
      int end = Math.min(from + AT_A_TIME, questions.size());
      List<Answer> part = new ArrayList<>();
      try {
        questions.subList(from, end).forEach(question -> part.add(new Answer(question)));
        answerAll(part);
      } finally {
        part.forEach(answer -> answer.sequence.close());
      }
      part.forEach(answer -> answers.add(answer.text + answer.decoder.end()));
    }
    return answers;
  }

  private void answerAll(List<Answer> all) {
    List<Answer> left = new ArrayList<>(all);
    for (int said = 0; said < mostTokens && !left.isEmpty(); said++) {
      List<float[]> logits =
          model.step(left.stream().map(each -> new Step(each.sequence, each.next)).toList());
      for (int i = 0; i < left.size(); i++) {
        left.get(i).say(likeliest(logits.get(i)));
      }
      left.removeIf(each -> each.ended);
    }
  }

  private static int likeliest(float[] logits) {
    int best = 0;
    for (int token = 1; token < logits.length; token++) {
      if (logits[token] > logits[best]) {
        best = token;
      }
    }
    return best;
  }

  private final class Answer {

    private final Set<Integer> endTokens = model.codec().endTokens();
    private final StreamDecoder decoder = model.codec().newDecoder();
    private final StringBuilder text = new StringBuilder();
    private final Sequence sequence;
    private Tokens next;
    private boolean ended;

    Answer(String question) {
      ChatMessage message = new ChatMessage(ChatMessage.Role.USER, question);
      next = model.codec().encodeChat(List.of(message)).tokens();
      sequence = model.open(next.size() + mostTokens);
    }

    private void say(int token) {
      ended = endTokens.contains(token);
      if (!ended) {
        text.append(decoder.next(token));
        next = Tokens.of(token);
      }
    }
  }
}
