package com.heyi.shared.facade;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what is marked as {@link Secret} in what calls carry, and in what commands answer. */
public final class Secrets {
  private Secrets() {}

  /** Whether a secret stands in this argument, or in one of these, however deep. */
  public static boolean areIn(Object argument) {
    if (argument instanceof Collection<?> some) {
      return some.stream().anyMatch(Secrets::areIn);
    }
    if (argument instanceof Map<?, ?> map) {
      return areIn(map.values());
    }
    return argument instanceof Record record
        && Arrays.stream(record.getClass().getRecordComponents())
            .anyMatch(part -> isIn(part, Shown.read(part.getAccessor(), record)));
  }

  private static boolean isIn(RecordComponent part, Object value) {
    return value != null && (part.isAnnotationPresent(Secret.class) || areIn(value));
  }

  /** Whether answers of this type tell a secret. */
  static boolean areToldBy(Type answer) {
    return areToldBy(answer, new HashSet<>());
  }

  private static boolean areToldBy(Type answer, Set<Type> seen) {
    if (answer instanceof ParameterizedType of) {
      return areToldBy(of.getRawType(), seen)
          || Arrays.stream(of.getActualTypeArguments()).anyMatch(each -> areToldBy(each, seen));
    }
    return answer instanceof Class<?> type
        && type.isRecord()
        && seen.add(type)
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(
                part ->
                    part.isAnnotationPresent(Secret.class)
                        || areToldBy(part.getGenericType(), seen));
  }
}
