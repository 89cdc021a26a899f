package dev.burnline.serve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.burnline.serve", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule eventsKnowNoJsonLibraryAndNoFiles =
      noClasses()
          .that()
          .resideInAPackage("dev.burnline.serve.event")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "java.io..", "java.nio.file..");

  @ArchTest
  static final ArchRule packagesDependOneWay =
      slices().matching("dev.burnline.serve.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theServerSharesNoCodeWithTheJobs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "dev.burnline.scan..", "dev.burnline.rollup..");
}
