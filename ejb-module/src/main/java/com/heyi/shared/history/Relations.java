package com.heyi.shared.history;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a module knows of how targets of the trail belong together, so that everything about one
 * customer or case can be found across modules. Each module offers one; nothing of its records
 * crosses but targets such as {@code order:0197…}.
 */
public interface Relations {
  /** The most targets of one kind that are followed from one subject. */
  int MOST = 500;

  /** The target of the record that people know by this number, or empty. */
  Optional<String> find(String number);

  /**
   * The targets of what belongs to this target, the latest first, at most {@link #MOST}; without
   * the target itself; empty when it is nothing that this module knows.
   */
  Set<String> belongingTo(String target);

  /** Other targets that stand for the same person or thing as this one. */
  default Set<String> sameAs(String target) {
    return Set.of();
  }

  /** The id in a target, if it is one of this kind of thing. */
  static Optional<UUID> idIn(String target, String thing) {
    String start = thing + ":";
    try {
      return target.startsWith(start)
          ? Optional.of(UUID.fromString(target.substring(start.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The targets of what belongs to a customer, as {@link #belongingTo} answers them.
   *
   * @param target the target that is asked for; nothing belongs to one that is no customer
   * @param thing kind of what belongs to him
   * @param query JPQL for the ids of those of {@code :customer}, the latest first
   */
  static Set<String> ofCustomer(EntityManager em, String target, String thing, String query) {
    return of(em, target, "customer", thing, query);
  }

  /**
   * The targets of what belongs to a thing, as {@link #belongingTo} answers them.
   *
   * @param target the target that is asked for
   * @param subject kind of thing that something belongs to; nothing belongs to another target
   * @param thing kind of what belongs to it
   * @param query JPQL for the ids of those of the subject, which it names as a parameter, the
   *     latest first
   */
  static Set<String> of(
      EntityManager em, String target, String subject, String thing, String query) {
    UUID id = idIn(target, subject).orElse(null);
    if (id == null) {
      return Set.of();
    }
    Set<String> targets = new LinkedHashSet<>();
    em.createQuery(query, UUID.class)
        .setParameter(subject, id)
        .setMaxResults(MOST)
        .getResultList()
        .forEach(one -> targets.add(thing + ":" + one));
    return targets;
  }
}
