package dev.burnline.slo.openslo;

/** The description that most kinds may carry. */
final class Descriptions {

  private static final int LONGEST = 1050;

  private Descriptions() {}

  /** Lists a problem when the description is no text or too long. */
  static void check(Fields spec) {
    spec.optional("description")
        .ifPresent(
            item ->
                item.written()
                    .filter(text -> text.codePointCount(0, text.length()) > LONGEST)
                    .ifPresent(
                        text ->
                            item.problem("must have at most %d characters".formatted(LONGEST))));
  }
}
