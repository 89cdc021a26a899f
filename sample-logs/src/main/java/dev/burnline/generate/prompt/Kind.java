package dev.burnline.generate.prompt;

import java.util.List;

/** One kind of prompt with its openings and the openings of its answers, in two languages. */
record Kind(
    String name,
    int weight,
    List<Template> english,
    List<Template> chinese,
    List<Template> englishReplies,
    List<Template> chineseReplies) {}
