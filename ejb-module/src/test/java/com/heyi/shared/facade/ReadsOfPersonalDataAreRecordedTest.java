package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.paging.Page;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A read whose answer says something about a person leaves a row: it must declare so. */
class ReadsOfPersonalDataAreRecordedTest {
  /** Names of what tells about a person in the answers of facades. */
  private static final Set<String> PERSONAL =
      Set.of(
          "customerId",
          "customerName",
          "residentId",
          "phone",
          "email",
          "address",
          "birthDate",
          "gender",
          "holder",
          "recipient",
          "complainant",
          "complainantName",
          "complainantContact",
          "narrative",
          "counterparty");

  /** Reads that have such a part and need no row, and why. */
  private static final Map<String, String> NONE_NEEDED =
      Map.of(
          "points.reconcile", "which account of the ledger differs, and nothing of its holder",
          "privacy.erasure", "of one who is nobody any more",
          "privacy.erasures", "of those who are nobody any more");

  private record Told(String residentId) {}

  private record Nothing(long count) {}

  @Test
  void personalPartsAreFoundHoweverDeep() throws NoSuchMethodException {
    assertThat(personal(Told.class, new HashSet<>())).containsExactly("Told.residentId");
    assertThat(personal(Nothing.class, new HashSet<>())).isEmpty();
    Type nested = getClass().getDeclaredMethod("nested").getGenericReturnType();
    assertThat(personal(nested, new HashSet<>())).containsExactly("Told.residentId");
  }

  private static Page<Map<String, List<Told>>> nested() {
    return null;
  }

  @Test
  void everyReadThatTellsAboutAPersonDeclaresIt() {
    List<String> silent = new ArrayList<>();
    Set<String> excused = new TreeSet<>();
    int recorded = 0;
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.heyi")) {
      if (!type.isAnnotatedWith(Facade.class)) {
        continue;
      }
      for (Method method : type.reflect().getDeclaredMethods()) {
        Query query = method.getAnnotation(Query.class);
        if (query == null) {
          continue;
        }
        Set<String> told = personal(method.getGenericReturnType(), new HashSet<>());
        if (query.personalData()) {
          recorded++;
        } else if (NONE_NEEDED.containsKey(query.value())) {
          excused.add(query.value());
        } else if (!told.isEmpty()) {
          silent.add(query.value() + " tells " + told);
        }
      }
    }
    assertThat(recorded).isGreaterThan(15);
    assertThat(silent).isEmpty();
    assertThat(excused).isEqualTo(NONE_NEEDED.keySet());
  }

  private static Set<String> personal(Type type, Set<Type> seen) {
    Set<String> found = new TreeSet<>();
    if (!seen.add(type)) {
      return found;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        found.addAll(personal(argument, seen));
      }
      found.addAll(personal(generic.getRawType(), seen));
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      for (RecordComponent component : raw.getRecordComponents()) {
        if (PERSONAL.contains(component.getName())) {
          found.add(raw.getSimpleName() + "." + component.getName());
        }
        found.addAll(personal(component.getGenericType(), seen));
      }
    }
    return found;
  }
}
