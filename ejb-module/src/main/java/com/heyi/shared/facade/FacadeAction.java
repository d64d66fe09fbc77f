package com.heyi.shared.facade;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a facade method declares about itself, read from {@link Command} or {@link Query}.
 *
 * @param name stable name of the action
 * @param allowed the roles that may call it
 * @param change whether it changes something
 * @param recorded whether a call that ends well leaves an audit row
 * @param namedTarget what a bare id or number among the arguments stands for, or empty text
 * @param unit what the weight of a command counts
 */
public record FacadeAction(
    String name,
    Set<Role> allowed,
    boolean change,
    boolean recorded,
    String namedTarget,
    WeightUnit unit,
    boolean withoutSignIn) {

  /** The declaration of this method, or empty when it declares nothing. */
  public static Optional<FacadeAction> of(Method method) {
    Command command = method.getAnnotation(Command.class);
    if (command != null) {
      return Optional.of(
          new FacadeAction(
              command.value(),
              Set.copyOf(List.of(command.by())),
              true,
              true,
              "",
              command.weighs(),
              command.withoutSignIn()));
    }
    Query query = method.getAnnotation(Query.class);
    if (query != null) {
      return Optional.of(
          new FacadeAction(
              query.value(),
              Set.copyOf(List.of(query.by())),
              false,
              query.personalData(),
              query.target(),
              WeightUnit.NONE,
              false));
    }
    return Optional.empty();
  }

  /** Whether the declaration says what a bare id or number stands for. */
  boolean namesItsTarget() {
    return !namedTarget.isEmpty();
  }

  /** What a bare id stands for: as declared, else by the name: of {@code order.view}, an order. */
  public String target() {
    return namesItsTarget() ? namedTarget : name.replaceFirst("\\..*", "");
  }

  /** Whether one of the caller's roles is among the allowed ones, or none is needed. */
  public boolean allows(Caller caller) {
    return withoutSignIn || caller.roles().stream().anyMatch(allowed::contains);
  }
}
