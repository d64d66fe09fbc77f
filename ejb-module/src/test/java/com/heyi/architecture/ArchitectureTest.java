package com.heyi.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(packages = "com.heyi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "com.heyi";

  @ArchTest
  void internalsStayInside(JavaClasses classes) {
    ArchitectureRules.internalsStayInside(ROOT).check(classes);
  }

  @ArchTest
  void sharedKnowsNoModule(JavaClasses classes) {
    ArchitectureRules.sharedKnowsNoModule(ROOT).check(classes);
  }

  @ArchTest
  void modulesFormNoCircle(JavaClasses classes) {
    ArchitectureRules.modulesFormNoCircle(ROOT).check(classes);
  }

  @ArchTest
  void facadesAreStatelessAndAtTheRoot(JavaClasses classes) {
    ArchitectureRules.facadesAreStatelessAndAtTheRoot(ROOT).check(classes);
  }

  @ArchTest
  void everyStatelessBeanIsAFacade(JavaClasses classes) {
    ArchitectureRules.everyStatelessBeanIsAFacade().check(classes);
  }

  @ArchTest
  void facadesSpeakRecords(JavaClasses classes) {
    ArchitectureRules.facadesSpeakRecords().check(classes);
  }

  @ArchTest
  void entitiesAreInternal(JavaClasses classes) {
    ArchitectureRules.entitiesAreInternal().check(classes);
  }

  @ArchTest
  void whatChangesHasAHistory(JavaClasses classes) {
    ArchitectureRules.whatChangesHasAHistory().check(classes);
  }

  @ArchTest
  void timeComesFromTheClock(JavaClasses classes) {
    ArchitectureRules.timeComesFromTheClock().check(classes);
  }

  @ArchTest
  void timersSurvive(JavaClasses classes) {
    ArchitectureRules.timersSurvive().check(classes);
  }

  @ArchTest
  void schedulesKnowNoZone(JavaClasses classes) {
    ArchitectureRules.schedulesKnowNoZone().check(classes);
  }

  @ArchTest
  void callbacksHaveANameOfTheirOwn(JavaClasses classes) {
    ArchitectureRules.callbacksHaveANameOfTheirOwn().check(classes);
  }

  @ArchTest
  void nothingIsFloating(JavaClasses classes) {
    ArchitectureRules.nothingIsFloating().check(classes);
  }

  @ArchTest
  void findersReturnOptional(JavaClasses classes) {
    ArchitectureRules.findersReturnOptional().check(classes);
  }

  @ArchTest
  void onlyApprovalsRunWhatWasApproved(JavaClasses classes) {
    ArchitectureRules.onlyApprovalsRunWhatWasApproved(ROOT).check(classes);
  }

  @ArchTest
  void facadesJoinTheTransaction(JavaClasses classes) {
    ArchitectureRules.facadesJoinTheTransaction().check(classes);
  }
}
