package dev.burnline.serve.bench.load;

import java.util.List;
import java.util.Random;

/** Where prompts come from. */
public sealed interface Prompts {

  /** Draws one; never empty. */
  String draw(Random random);

  /** Words by chance, so that no two prompts begin alike and no prefix cache helps. */
  record Words(Lengths characters) implements Prompts {

    private static final List<String> WORDS =
        List.of(
            "river", "stone", "the", "of", "quiet", "engine", "paper", "seven", "blue", "north",
            "window", "and", "letter", "garden", "why", "is", "copper", "morning", "under", "road");

    @Override
    public String draw(Random random) {
      int length = characters.draw(random);
      StringBuilder prompt = new StringBuilder();
      while (prompt.length() < length) {
        prompt.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      prompt.setLength(length);
      String drawn = prompt.toString();
      // A length may fall right after a word; servers may cut white space.
      return drawn.endsWith(" ") ? drawn.substring(0, length - 1) + "?" : drawn;
    }

    @Override
    public String toString() {
      return "words by chance, characters: " + characters;
    }
  }

  /**
   * Given prompts by chance.
   *
   * @param prompts at least one, none blank
   */
  record Given(List<String> prompts) implements Prompts {

    public Given {
      prompts = prompts.stream().filter(prompt -> !prompt.isBlank()).toList();
      if (prompts.isEmpty()) {
        throw new IllegalArgumentException("there is no prompt in the file");
      }
    }

    @Override
    public String draw(Random random) {
      return prompts.get(random.nextInt(prompts.size()));
    }

    @Override
    public String toString() {
      return prompts.size() + " given prompts";
    }
  }
}
