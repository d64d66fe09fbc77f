package com.heyi.shared.facade;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops the start when a public method of a facade does not say who may call it, says it twice or
 * allows nobody. An open door must be impossible, not merely unlikely.
 */
public class FacadeContract implements Extension {
  private final List<String> breaches = new ArrayList<>();

  <T> void inspect(@Observes @WithAnnotations(Facade.class) ProcessAnnotatedType<T> type) {
    Class<T> facade = type.getAnnotatedType().getJavaClass();
    if (facade.isAnnotationPresent(Facade.class)) {
      breaches.addAll(breachesIn(facade));
    }
  }

  void stopWhenBroken(@Observes AfterBeanDiscovery event) {
    for (String breach : breaches) {
      event.addDefinitionError(new IllegalStateException(breach));
    }
  }

  /** What this facade fails to declare; empty when it keeps the contract. */
  static List<String> breachesIn(Class<?> facade) {
    List<String> breaches = new ArrayList<>();
    for (Method method : facade.getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers())
          || Modifier.isStatic(method.getModifiers())
          || method.isSynthetic()) {
        continue;
      }
      String name = facade.getSimpleName() + "." + method.getName();
      if (method.isAnnotationPresent(Command.class) && method.isAnnotationPresent(Query.class)) {
        breaches.add(name + " is declared a @Command and a @Query: it can only be one");
      }
      FacadeAction.of(method)
          .ifPresentOrElse(
              action -> {
                if (action.allowed().isEmpty()) {
                  breaches.add(name + " allows no role at all");
                }
              },
              () -> breaches.add(name + " declares neither @Command nor @Query: who may call it?"));
    }
    return breaches;
  }
}
