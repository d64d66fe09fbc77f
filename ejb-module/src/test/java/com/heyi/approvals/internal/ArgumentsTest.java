package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.RegisterCustomer;
import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalView.Argument;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.PlaceOrder;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final GrantPoints GRANT =
      new GrantPoints(Ids.next(), Points.of(20_000), "补偿", LocalDate.of(2027, 1, 31));
  private static final Type[] TYPES = {GrantPoints.class, UUID.class};

  @Test
  void whatIsReadBackIsWhatWasWritten() {
    UUID id = Ids.next();
    Arguments exact = Arguments.of("points.grant", List.of(GRANT, id));
    assertThat(exact.read("points.grant", TYPES)).containsExactly(GRANT, id);
  }

  @Test
  void oneCharacterOfDifferenceIsSeen() {
    Arguments exact = Arguments.of("points.grant", List.of(GRANT, Ids.next()));
    Arguments changed = new Arguments(exact.json().replace("20000", "20001"), exact.hash());
    assertTampered(() -> changed.read("points.grant", TYPES));
    assertTampered(() -> exact.read("points.take", TYPES));
  }

  @Test
  void peopleSeeEachFieldWithPersonalValuesMasked() {
    RegisterCustomer command =
        new RegisterCustomer("王小明", "11010119900307391X", "13800138000", "东城区", "B0101");
    List<Argument> shown = Arguments.shown(List.of(command));
    assertThat(shown)
        .contains(
            new Argument("name", "王***"),
            new Argument("phone", "***8000"),
            new Argument("homeBranch", "B0101"));
    assertThat(shown.toString()).doesNotContain("19900307").doesNotContain("小明");
  }

  @Test
  void aReasonIsShownWithoutTheIdentifiersThatStandInIt() {
    GrantPoints grant =
        new GrantPoints(Ids.next(), Points.of(5), "补偿 13800138000，证件 11010119900307391X", null);
    Arguments exact = Arguments.of("points.grant", List.of(grant));
    assertThat(Arguments.shown(List.of(grant)))
        .contains(new Argument("reason", "补偿 ***8000，证件 ***391X"));
    assertThat(exact.read("points.grant", new Type[] {GrantPoints.class})).containsExactly(grant);
  }

  @Test
  void listsAreShownLineByLine() {
    PlaceOrder order = new PlaceOrder(Ids.next(), List.of(new PlaceOrder.Line("A-1", 2)), null);
    assertThat(Arguments.shown(List.of(order)))
        .contains(new Argument("lines[1].sku", "A-1"), new Argument("lines[1].quantity", "2"));
  }

  @Test
  void everyCommandOfHeyiTakesArgumentsThatCanBeReadBack() {
    List<String> unreadable = new ArrayList<>();
    int commands = 0;
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.heyi")) {
      if (!type.isAnnotatedWith(Facade.class)
          || !type.isAnnotatedWith(jakarta.ejb.Stateless.class)) {
        continue;
      }
      for (Method method : type.reflect().getDeclaredMethods()) {
        if (method.isAnnotationPresent(Command.class)) {
          commands++;
          for (Class<?> parameter : method.getParameterTypes()) {
            if (!parameter.isPrimitive() && Modifier.isAbstract(parameter.getModifiers())) {
              unreadable.add(method + " takes " + parameter);
            }
          }
        }
      }
    }
    assertThat(commands).isGreaterThan(20);
    assertThat(unreadable).isEmpty();
  }

  private static void assertTampered(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(ApprovalError.TAMPERED));
  }
}
