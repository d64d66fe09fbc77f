package com.heyi.web.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(packages = "com.heyi", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  private static final String ROOT = "com.heyi.web";

  @ArchTest
  void onlyRootsOfModulesAreUsed(JavaClasses classes) {
    WebRules.onlyRootsOfModulesAreUsed(ROOT).check(classes);
  }

  @ArchTest
  void onlyFacadesAreCalled(JavaClasses classes) {
    WebRules.onlyFacadesAreCalled(ROOT).check(classes);
  }

  @ArchTest
  void noDatabaseInTheWeb(JavaClasses classes) {
    WebRules.noDatabaseInTheWeb(ROOT).check(classes);
  }

  @ArchTest
  void pageBeansLieInTheirModule(JavaClasses classes) {
    WebRules.pageBeansLieInTheirModule(ROOT).check(classes);
  }

  @ArchTest
  void resourcesMirrorTheModules(JavaClasses classes) {
    WebRules.resourcesMirrorTheModules(ROOT).check(classes);
  }

  @ArchTest
  void soapOperationsMirrorTheModules(JavaClasses classes) {
    WebRules.soapOperationsMirrorTheModules(ROOT).check(classes);
  }

  @ArchTest
  void webModulesDoNotKnowEachOther(JavaClasses classes) {
    WebRules.webModulesDoNotKnowEachOther(ROOT).check(classes);
  }

  @ArchTest
  void packagesAreModulesOrCommon(JavaClasses classes) {
    WebRules.packagesAreModulesOrCommon(ROOT).check(classes);
  }
}
