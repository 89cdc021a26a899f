package dev.burnline.generate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.burnline.generate");

  @Test
  void packages_depend_one_way() {
    slices().matching("dev.burnline.generate.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void chance_and_time_come_from_seeds_and_options_alone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(classes);
  }

  @Test
  void no_function_whose_last_digit_depends_on_the_machine_is_used() {
    for (String function : new String[] {"sin", "cos", "exp", "log", "log10"}) {
      noClasses().should().callMethod(Math.class, function, double.class).check(classes);
    }
    noClasses().should().callMethod(Math.class, "pow", double.class, double.class).check(classes);
  }
}
