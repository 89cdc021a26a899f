package dev.burnline.generate.prompt;

import dev.burnline.generate.chance.Draws;
import java.util.List;

/** Makes prompts and answers of the asked lengths; equal seeds ask the same. */
public final class Prompts {

  private static final int SHOWN = 200;
  private static final double CHINESE_SHARE = 0.3;
  private static final double ENGLISH_CHARS_PER_TOKEN = 4.1;
  private static final double CHINESE_CHARS_PER_TOKEN = 1.6;

  private final Library library = Library.load();
  private final int totalWeight = library.kinds().stream().mapToInt(Kind::weight).sum();
  private final Draws draws = new Draws(0);
  private final StringBuilder text = new StringBuilder();

  /**
   * Writes a prompt.
   *
   * @param seed equal seeds with equal {@code inputTokens} give equal prompts
   * @param inputTokens its length; a prompt is never shorter than its first sentence
   * @param answerSeed seed of the answer
   * @param outputTokens length of the answer; 0 for none
   */
  public Prompt prompt(long seed, int inputTokens, long answerSeed, int outputTokens) {
    draws.restart(seed);
    Kind kind = kind();
    boolean chinese = draws.chance(CHINESE_SHARE);
    double charsPerToken = chinese ? CHINESE_CHARS_PER_TOKEN : ENGLISH_CHARS_PER_TOKEN;
    List<Template> openings = chinese ? kind.chinese() : kind.english();
    List<Template> body = chinese ? library.chineseBody() : library.englishBody();

    text.setLength(0);
    openings.get(draws.below(openings.size())).write(text, draws);
    int opening = text.codePointCount(0, text.length());
    int chars = Math.max(opening, (int) (inputTokens * charsPerToken));
    String truncated = cut(body, chars);

    draws.restart(answerSeed);
    text.setLength(0);
    String response = "";
    if (outputTokens > 0) {
      List<Template> replies = chinese ? kind.chineseReplies() : kind.englishReplies();
      replies.get(draws.below(replies.size())).write(text, draws);
      response = cut(body, Math.max(1, (int) (outputTokens * charsPerToken)));
    }
    return new Prompt(kind.name(), truncated, chars, response);
  }

  private Kind kind() {
    int ticket = draws.below(totalWeight);
    for (Kind kind : library.kinds()) {
      ticket -= kind.weight();
      if (ticket < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  /** Goes on with sentences until {@code chars}, and shows what a log line shows of it. */
  private String cut(List<Template> body, int chars) {
    int wanted = Math.min(chars, SHOWN);
    while (text.codePointCount(0, text.length()) < wanted) {
      body.get(draws.below(body.size())).write(text, draws);
    }
    String shown = text.substring(0, text.offsetByCodePoints(0, wanted));
    return chars > SHOWN ? shown + "..." : shown;
  }
}
