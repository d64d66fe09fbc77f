package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacadeContractTest {

  @Test
  void aMethodThatDeclaresNothingIsABreach() {
    assertThat(FacadeContract.breachesIn(OpenDoor.class))
        .singleElement()
        .asString()
        .contains("OpenDoor.anybody");
  }

  @Test
  void aMethodThatAllowsNobodyIsABreach() {
    assertThat(FacadeContract.breachesIn(Walled.class)).singleElement().asString().contains("role");
  }

  @Test
  void aMethodThatIsBothReadAndChangeIsABreach() {
    assertThat(FacadeContract.breachesIn(Both.class)).singleElement().asString().contains("one");
  }

  @Test
  void everyFacadeOfHeyiKeepsTheContract() {
    List<JavaClass> facades =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.heyi")
                .stream()
                .filter(type -> type.isAnnotatedWith(Facade.class))
                .filter(type -> !type.isAssignableTo(FacadeInterceptor.class))
                .toList();
    assertThat(facades).isNotEmpty();
    for (JavaClass facade : facades) {
      assertThat(FacadeContract.breachesIn(facade.reflect())).as(facade.getName()).isEmpty();
    }
  }

  @Facade
  static class OpenDoor {
    @Query(value = "door.look", by = Role.AUDITOR)
    public void auditor() {}

    public void anybody() {}
  }

  @Facade
  static class Walled {
    @Command(
        value = "door.open",
        by = {})
    public void nobody() {}
  }

  @Facade
  static class Both {
    @Command(value = "door.open", by = Role.OPERATOR)
    @Query(value = "door.look", by = Role.OPERATOR)
    public void both() {}
  }
}
