package dev.burnline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What may know what: Spark only carries plain Java, and every room of the house has one door. */
@AnalyzeClasses(
    packages = {
      "dev.burnline.cli",
      "dev.burnline.crunch",
      "dev.burnline.disk",
      "dev.burnline.evaluate",
      "dev.burnline.job",
      "dev.burnline.log",
      "dev.burnline.rollup",
      "dev.burnline.scan",
      "dev.burnline.slo",
      "dev.burnline.store"
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each package and what else of this project it may know. */
  private static final List<List<String>> ROOMS =
      List.of(
          List.of("scan"),
          List.of("disk"),
          List.of("log", "scan", "disk"),
          List.of("rollup", "scan"),
          List.of("store", "rollup", "scan", "disk"),
          List.of("crunch", "store", "rollup", "scan", "log"),
          List.of("slo", "rollup", "scan", "report"),
          List.of("evaluate", "slo", "store", "rollup", "scan", "report"),
          List.of(
              "job",
              "evaluate",
              "crunch",
              "slo",
              "store",
              "rollup",
              "scan",
              "log",
              "report",
              "render"),
          List.of(
              "cli",
              "job",
              "evaluate",
              "crunch",
              "slo",
              "store",
              "rollup",
              "log",
              "report",
              "render"));

  @ArchTest
  static void packages_know_only_what_lies_below_them(JavaClasses all) {
    for (List<String> room : ROOMS) {
      String[] allowed =
          room.stream().map(name -> "dev.burnline." + name + "..").toArray(String[]::new);
      classes()
          .that()
          .resideInAPackage(allowed[0])
          .should()
          .onlyDependOnClassesThat(
              are(resideInAnyPackage(allowed).or(resideOutsideOfPackages("dev.burnline.."))))
          .check(all);
    }
  }

  @ArchTest
  static void every_package_is_a_room_of_the_list(JavaClasses all) {
    assertThat(all.stream().map(one -> one.getPackageName().split("\\.", -1)[2]).distinct())
        .containsExactlyInAnyOrderElementsOf(ROOMS.stream().map(room -> room.get(0)).toList());
  }

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("dev.burnline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_jobs_and_commands_know_spark =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.burnline.job", "dev.burnline.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule lines_rollups_and_objectives_know_no_file_system =
      noClasses()
          .that()
          .resideInAnyPackage("dev.burnline.scan..", "dev.burnline.rollup..", "dev.burnline.slo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hadoop..", "org.apache.avro..");

  @ArchTest
  static final ArchRule rendering_is_left_to_the_renderer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("freemarker..", "org.jfree..", "jakarta.mail..", "java.awt..");

  @ArchTest
  static final ArchRule time_comes_in =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar");

  @ArchTest
  static final ArchRule the_clock_is_read_where_a_command_is_wired =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.burnline.cli")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static void every_package_says_what_it_is_and_knows_its_nulls(JavaClasses all) {
    List<String> silent =
        all.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(one -> !one.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(silent).isEmpty();
  }
}
