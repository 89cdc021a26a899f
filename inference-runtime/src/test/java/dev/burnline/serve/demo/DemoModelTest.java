package dev.burnline.serve.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.demo.text.Conversation;
import dev.burnline.serve.demo.text.HeldOut;
import dev.burnline.serve.demo.text.KnownQuestions;
import dev.burnline.serve.demo.text.Sum;
import dev.burnline.serve.demo.text.SumQuestions;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.torch.LoadOptions;
import dev.burnline.serve.torch.ModelLoader;
import dev.burnline.serve.weights.WeightsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed model. */
class DemoModelTest {

  private static final Path FOLDER = Path.of("demo-model");
  private static final long GREATEST_BYTES = 5_000_000;
  private static final int ASKED = 160;
  private static final double MARGIN_PERCENT = 3;

  private static LanguageModel model;

  @BeforeAll
  static void load() throws Exception {
    model = ModelLoader.load(FOLDER, new LoadOptions(LoadOptions.Dtype.AUTO, 1, (done, all) -> {}));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void itIsWholeAndSmall() throws Exception {
    // The loader has checked SHA256SUMS, which must list everything.
    assertThat(model.description().weightsSha256()).isEqualTo(WeightsFolder.open(FOLDER).sha256());
    List<String> listed =
        Files.readAllLines(FOLDER.resolve("SHA256SUMS")).stream()
            .map(line -> line.substring(66))
            .toList();
    long bytes = 0;
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
        if (!file.endsWith("SHA256SUMS")) {
          assertThat(listed).contains(file.getFileName().toString());
        }
      }
    }
    assertThat(bytes).isLessThan(GREATEST_BYTES);
  }

  @Test
  void itDoesUnseenSumsAsWellAsItsReadmeSays() throws Exception {
    Matcher stated =
        Pattern.compile("\\*\\*(\\d+) of (\\d+) \\(")
            .matcher(Files.readString(FOLDER.resolve("README.md")));
    assertThat(stated.find()).isTrue();
    double percent = 100.0 * Integer.parseInt(stated.group(1)) / Integer.parseInt(stated.group(2));
    Random random = new Random(2);
    List<Sum> all = HeldOut.sums();
    List<Conversation> asked =
        IntStream.range(0, ASKED)
            .mapToObj(i -> SumQuestions.ask(all.get(random.nextInt(all.size())), random))
            .toList();

    Exam.Grade grade = Exam.grade(model, asked);

    assertThat(grade.percent()).isGreaterThanOrEqualTo(percent - MARGIN_PERCENT);
    assertThat(percent).isGreaterThanOrEqualTo(95);
  }

  @Test
  void itAnswersQuestionsInEnglishAndChinese() {
    List<String> questions =
        List.of("Hello", "What is the capital of France?", "你是谁？", "中国的首都是哪里？", "What is 7 + 8?");

    List<String> answers = new GreedyAnswers(model, Exam.MOST_TOKENS).to(questions);

    assertThat(answers.subList(0, 4))
        .isEqualTo(questions.subList(0, 4).stream().map(DemoModelTest::expected).toList());
    assertThat(answers.get(4))
        .isEqualTo(
            "<think>\n07 + 08\nones: 7 + 8 = 15\ntens: 0 + 0 + 1 = 01\n</think>\n\n7 + 8 = 15");
  }

  private static String expected(String question) {
    return KnownQuestions.all().stream()
        .filter(each -> each.question().equals(question))
        .map(each -> "<think>\n" + each.reasoning() + "\n</think>\n\n" + each.answer())
        .findFirst()
        .orElseThrow();
  }
}
