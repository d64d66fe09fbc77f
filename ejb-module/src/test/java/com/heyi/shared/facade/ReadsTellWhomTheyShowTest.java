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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody who reads customers' data stays unseen because his way of reading names none. */
class ReadsTellWhomTheyShowTest {
  private static final UUID LI = UUID.randomUUID();
  private static final UUID WU = UUID.randomUUID();

  /** Reads of personal data that show no customer's, or tell by themselves whom they have shown. */
  private static final Map<String, String> BY_OTHER_MEANS =
      Map.ofEntries(
          Map.entry("account.balance", "notes the holder"),
          Map.entry("account.statement", "notes the holder"),
          Map.entry("complaint.file", "notes the complainant"),
          Map.entry("complaint.intake", "notes the complainant"),
          Map.entry("complaint.download", "notes the complainant"),
          Map.entry("triage.suggest", "notes the complainant"),
          Map.entry("complaint.letter", "notes the complainant"),
          Map.entry("complaint.tasks", "what departments ask each other, by numbers of cases"),
          Map.entry("app.export-proofs", "its rows were read by app.proofs, which tells"),
          Map.entry("report.export", "counts, or rows that report.cases shows, which tells"),
          Map.entry("sales.export", "figures, and no row of a customer"),
          Map.entry("household.tasks", "notes who asks and the child"),
          Map.entry("privacy.export", "asked for by the customer's id"),
          Map.entry("import.rejects", "rows that belong to nobody yet"),
          Map.entry("access.list", "staff"),
          Map.entry("access.view", "staff"));

  /** A row of a list. */
  private record Row(UUID id, UUID customerId) {}

  /** What belongs to several. */
  private record Household(
      UUID id, List<Row> members, Optional<Row> head, Map<String, Row> others) {}

  /** Somebody himself. */
  private record Person(UUID id) implements Targeted {
    @Override
    public String auditTarget() {
      return "customer:" + id;
    }
  }

  @Test
  void everyoneInAnAnswerIsFoundOnce() {
    Page<Row> list =
        new Page<>(
            List.of(
                new Row(UUID.randomUUID(), LI), new Row(UUID.randomUUID(), WU), new Row(null, LI)),
            null,
            3L);
    assertThat(inRow(list)).containsExactlyInAnyOrder(LI, WU);
    assertThat(inRow(List.of(new Person(WU)))).containsExactly(WU);
    assertThat(inRow(new Household(LI, List.of(new Row(null, WU)), Optional.empty(), Map.of())))
        .containsExactly(WU);
    assertThat(inRow(null)).isEmpty();
    assertThat(inRow("x")).isEmpty();
  }

  /** Only records of Heyi are looked into, and those of this test are. */
  private static Set<UUID> inRow(Object answer) {
    return Shown.in(answer);
  }

  @Test
  void everyReadOfPersonalDataTellsWhomItShows() {
    List<String> silent = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.heyi")) {
      if (type.isAnnotatedWith(Facade.class)) {
        for (Method method : type.reflect().getDeclaredMethods()) {
          Query query = method.getAnnotation(Query.class);
          if (query != null && query.personalData() && !query.value().startsWith("audit.")) {
            all.add(query.value());
            if (!query.target().equals("customer")
                && !BY_OTHER_MEANS.containsKey(query.value())
                && !tells(method.getGenericReturnType(), new HashSet<>())) {
              silent.add(query.value() + " answers " + method.getGenericReturnType());
            }
          }
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(15).containsAll(BY_OTHER_MEANS.keySet());
    assertThat(silent).isEmpty();
  }

  private static boolean tells(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        if (tells(argument, seen)) {
          return true;
        }
      }
      return tells(generic.getRawType(), seen);
    }
    if (!(type instanceof Class<?> raw) || !raw.isRecord() || raw == Page.class) {
      return false;
    }
    if (Targeted.class.isAssignableFrom(raw) && raw.getSimpleName().startsWith("Customer")) {
      return true;
    }
    for (RecordComponent component : raw.getRecordComponents()) {
      if (component.getName().equals("customerId") || tells(component.getGenericType(), seen)) {
        return true;
      }
    }
    return false;
  }
}
