package com.heyi.shared.facade;

import com.heyi.shared.paging.Page;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the customers whose data an answer shows: wherever in it a record has a {@code customerId},
 * or is itself about a customer ({@link Targeted}). So one who pages through lists is seen as well
 * as one who looks at customers one by one.
 */
final class Shown {
  private static final String HEYI = "com.heyi.";
  private static final String CUSTOMER = "customer:";
  private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

  private Shown() {}

  /** Ids of the customers in this answer. */
  static Set<UUID> in(Object answer) {
    Set<UUID> shown = new TreeSet<>();
    collect(answer, shown);
    return shown;
  }

  private static void collect(Object value, Set<UUID> shown) {
    if (value instanceof Page<?> page) {
      page.items().forEach(item -> collect(item, shown));
    } else if (value instanceof Collection<?> some) {
      some.forEach(item -> collect(item, shown));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, shown));
    } else if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(item -> collect(item, shown));
    } else if (value instanceof Record && value.getClass().getName().startsWith(HEYI)) {
      collectOf(value, shown);
    }
  }

  private static void collectOf(Object view, Set<UUID> shown) {
    if (view instanceof Targeted targeted) {
      customer(targeted.auditTarget()).ifPresent(shown::add);
    }
    for (RecordComponent component :
        COMPONENTS.computeIfAbsent(
            view.getClass(), type -> Arrays.asList(type.getRecordComponents()))) {
      Object value = read(component.getAccessor(), view);
      if (value instanceof UUID id) {
        if (component.getName().equals("customerId")) {
          shown.add(id);
        }
      } else {
        collect(value, shown);
      }
    }
  }

  private static Optional<UUID> customer(String target) {
    try {
      return target != null && target.startsWith(CUSTOMER)
          ? Optional.of(UUID.fromString(target.substring(CUSTOMER.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What stands there in a record. */
  static Object read(Method accessor, Object view) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(view);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }
}
