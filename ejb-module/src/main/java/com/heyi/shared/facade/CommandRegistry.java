package com.heyi.shared.facade;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every command of every facade by the name of its action, to call one that was stored. */
@ApplicationScoped
public class CommandRegistry {
  private final SortedMap<String, Entry> commands = new TreeMap<>();

  @Inject private BeanManager beans;

  protected CommandRegistry() {}

  /** The commands of these facades, where no container finds them. */
  public CommandRegistry(Collection<Class<?>> facades) {
    facades.forEach(this::add);
  }

  /**
   * One command.
   *
   * @param action its name
   * @param module the business module that it belongs to
   * @param unit what its weight counts
   * @param facade the class to call
   * @param method its method
   */
  public record Entry(
      String action, String module, WeightUnit unit, Class<?> facade, Method method) {
    /** Whether one of these roles may call it. */
    public boolean isFor(Set<Role> roles) {
      return FacadeAction.of(method).orElseThrow().allowed().stream().anyMatch(roles::contains);
    }

    /** Whether its answer tells a {@link Secret}, so that it must reach who calls it. */
    public boolean tellsSecret() {
      return Secrets.areToldBy(method.getGenericReturnType());
    }
  }

  @PostConstruct
  void collect() {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (bean.getBeanClass().isAnnotationPresent(Facade.class)) {
        add(bean.getBeanClass());
      }
    }
  }

  /** The command of this name. */
  public Optional<Entry> find(String action) {
    return Optional.ofNullable(commands.get(action));
  }

  /** All commands, in the order of their names. */
  public List<Entry> all() {
    return List.copyOf(commands.values());
  }

  /**
   * Calls the command through the door of its facade, so that all that guards it guards this call.
   *
   * @throws Exception whatever the command ended with
   */
  public Object call(Entry command, List<Object> arguments) throws Exception {
    Bean<?> bean = beans.resolve(beans.getBeans(command.facade()));
    Object facade = beans.getReference(bean, command.facade(), beans.createCreationalContext(bean));
    try {
      return command.method().invoke(facade, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private void add(Class<?> facade) {
    for (Method method : facade.getDeclaredMethods()) {
      Command command = method.getAnnotation(Command.class);
      if (command != null) {
        Entry entry =
            new Entry(
                command.value(),
                FacadeInterceptor.moduleOf(method),
                command.weighs(),
                facade,
                method);
        Entry other = commands.put(command.value(), entry);
        if (other != null && !other.method().equals(method)) {
          throw new IllegalStateException(
              command.value() + " is the name of two commands: which one is meant?");
        }
      }
    }
  }
}
