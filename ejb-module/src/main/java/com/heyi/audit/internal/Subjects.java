package com.heyi.audit.internal;

import com.heyi.audit.Subject;
import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what belongs to a record, by asking the modules. */
@ApplicationScoped
public class Subjects {
  private Iterable<Relations> modules;

  protected Subjects() {}

  @Inject
  Subjects(@Any Instance<Relations> modules) {
    this.modules = modules;
  }

  Subjects(Iterable<Relations> modules) {
    this.modules = modules;
  }

  /** The record that people know by this number, or that is named as a target. */
  public Optional<Subject> find(String text) {
    String asked = text.strip();
    if (asked.matches("[a-z][a-z-]*:\\S{1,100}")) {
      return Optional.of(Subject.of(asked));
    }
    return all().flatMap(module -> module.find(asked).stream()).findFirst().map(Subject::of);
  }

  /** The target itself, others that stand for the same, and all that belong to them. */
  Set<String> withAllThatBelongsTo(String target) {
    Set<String> same = new LinkedHashSet<>();
    same.add(target);
    all().forEach(module -> same.addAll(module.sameAs(target)));
    Set<String> targets = new LinkedHashSet<>(same);
    same.forEach(one -> all().forEach(module -> targets.addAll(module.belongingTo(one))));
    return targets;
  }

  private Stream<Relations> all() {
    return java.util.stream.StreamSupport.stream(modules.spliterator(), false);
  }
}
