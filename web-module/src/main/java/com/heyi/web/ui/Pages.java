package com.heyi.web.ui;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.FacadeAction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may open which page, gathered from the {@link PageAt} of the pages' beans. */
@ApplicationScoped
public class Pages {
  @Inject private BeanManager beans;
  private Map<String, Declared> byView = Map.of();

  /** For the container, which gathers the declarations itself. */
  public Pages() {}

  /** The pages that these beans declare. */
  public Pages(Collection<? extends Class<?>> types) {
    byView = declaredBy(types);
  }

  /**
   * What a page declares.
   *
   * @param view where it is
   * @param need the method of a facade that it needs, or empty when it is for everybody
   */
  public record Declared(String view, Optional<Method> need) {

    /** Whether this caller may open it. */
    public boolean isFor(Caller caller) {
      return need.flatMap(FacadeAction::of).map(action -> action.allows(caller)).orElse(true);
    }
  }

  @PostConstruct
  void gather() {
    byView =
        declaredBy(
            beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(PageAt.class))
                .distinct()
                .toList());
  }

  /** The page's declaration, or empty when no bean declares it. */
  public Optional<Declared> at(String view) {
    return Optional.ofNullable(byView.get(view));
  }

  /** All that is declared, by view. */
  public Collection<Declared> all() {
    return byView.values();
  }

  /** Whether this caller may open the page at this view. */
  public boolean isFor(Caller caller, String view) {
    return at(view).map(page -> page.isFor(caller)).orElse(false);
  }

  private static Map<String, Declared> declaredBy(Collection<? extends Class<?>> types) {
    Map<String, Declared> found = new TreeMap<>();
    for (Class<?> type : types) {
      PageAt page = type.getAnnotation(PageAt.class);
      if (found.put(page.value(), new Declared(page.value(), need(type, page))) != null) {
        throw new IllegalStateException(page.value() + " is declared twice");
      }
    }
    return found;
  }

  private static Optional<Method> need(Class<?> bean, PageAt page) {
    if (page.forEverybody() != page.needs().isEmpty()) {
      throw new IllegalStateException(
          bean.getName() + " must name what its page needs, or say that it is for everybody");
    }
    if (page.forEverybody()) {
      return Optional.empty();
    }
    List<Method> named =
        Arrays.stream(page.facade().getMethods())
            .filter(method -> method.getName().equals(page.needs()))
            .filter(method -> FacadeAction.of(method).isPresent())
            .toList();
    if (named.size() != 1) {
      throw new IllegalStateException(
          bean.getName()
              + " needs "
              + page.needs()
              + " of "
              + page.facade()
              + ", which has no one");
    }
    return Optional.of(named.get(0));
  }
}
