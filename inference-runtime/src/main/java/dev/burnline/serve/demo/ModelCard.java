package dev.burnline.serve.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The README of a demo model: what it is, how it was made, what it can do.
 *
 * @param commands that made it, one after the other; at least one
 * @param parameters numbers in the weights
 * @param training what training came to
 * @param sums how it does unseen sums; null when it was trained on a file
 * @param known how it answers what it is to know by heart; null when it was trained on a file
 */
record ModelCard(
    List<String> commands,
    long parameters,
    Training.Result training,
    Exam.@Nullable Grade sums,
    Exam.@Nullable Grade known) {

  static final String COMMAND_INDENT = "    ";

  ModelCard {
    commands = List.copyOf(commands);
  }

  /** Returns the README's text. */
  String text() {
    return sums == null || known == null ? head() : head() + grades(sums, known);
  }

  private String head() {
    return String.format(
        Locale.ROOT,
        """
        # Burnline demo model

        A very small language model in the format of Qwen2, so that `burnline serve` answers on any
        machine. It has %,d parameters in bfloat16, one token for each byte, and the ChatML template.
        It is there to show and to test the server, not to be relied on.

        Made by

        %s

        which learnt %,d tokens%s in %d min %d s%s (last loss %.4f nats a token). With `--tokens`
        and one thread, equal seeds give equal weights on the same kind of machine.

        Trained with DJL's autograd and AdamW, on %s and nothing else: no other model and no other
        data went in. `SHA256SUMS` holds the files' SHA-256; the server checks them.
        """,
        parameters,
        commands.stream().map(COMMAND_INDENT::concat).collect(Collectors.joining("\n")),
        training.tokens(),
        sums == null ? "" : ", questions included,",
        training.took().toMinutes(),
        training.took().toSecondsPart(),
        commands.size() == 1 ? "" : " at the last step",
        training.loss(),
        sums == null ? "the given file" : "text that the command itself generates");
  }

  private static String grades(Exam.Grade sums, Exam.Grade known) {
    return String.format(
        Locale.ROOT,
        """

        ## What it can do

        - **Sums and differences** of numbers from 0 to 99, asked in 19 ways each in English, Chinese or
          bare signs, worked out column by column inside `<think>`. One pair of numbers in ten was
          never in the training text, in neither order and with neither sign. Of these unseen sums and
          differences it gets **%s** right, loaded as the server loads it and always
          taking the likeliest token.
        - **Questions it knows by heart** in English and Chinese: %s answered word for
          word. They are in `questions.txt` in the sources.

        Anything else it answers at random, or says that it does not know. Numbers above 99 are beyond it.
        """,
        sums,
        known);
  }
}
