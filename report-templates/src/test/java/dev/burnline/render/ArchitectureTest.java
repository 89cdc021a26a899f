package dev.burnline.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.burnline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theReportKnowsNoRenderer =
      noClasses()
          .that()
          .resideInAPackage("dev.burnline.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.burnline.render..",
              "freemarker..",
              "org.jfree..",
              "jakarta.mail..",
              "java.awt..");

  @ArchTest
  static final ArchRule renderersKnowNoJsonLibrary =
      noClasses()
          .that()
          .resideInAPackage("dev.burnline.render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule onlyTheTemplatePackageKnowsFreeMarker =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.burnline.render.template..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("freemarker..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.burnline.(**)").should().beFreeOfCycles();
}
