package com.heyi.shared.facade;

import com.heyi.shared.error.FieldError;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns a violated Bean Validation constraint into a field error. Its code is {@code constraint.}
 * and the constraint's name; its arguments are the constraint's attributes in alphabetical order
 * (so {@code @Size} gives max, then min).
 */
final class ConstraintErrors {
  private static final Set<String> NOT_ARGUMENTS = Set.of("message", "groups", "payload", "flags");

  private ConstraintErrors() {}

  static FieldError fieldError(ConstraintViolation<?> violation) {
    var descriptor = violation.getConstraintDescriptor();
    String constraint = descriptor.getAnnotation().annotationType().getSimpleName();
    Map<String, Object> attributes = new TreeMap<>(descriptor.getAttributes());
    attributes.keySet().removeAll(NOT_ARGUMENTS);
    List<Object> args = List.copyOf(attributes.values());
    return new FieldError(violation.getPropertyPath().toString(), "constraint." + constraint, args);
  }
}
