package com.heyi.shared.privacy;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.persistence.NamedSql;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one module holds about persons. Implemented as an {@code ApplicationScoped} bean; called
 * inside the transaction of the privacy module's facade, which has authorised and records.
 */
public interface PersonalData {
  /** Name of the module. */
  String holder();

  /** What names the customer here and nobody else; empty where a module knows him by id only. */
  default Set<String> marks(UUID customerId) {
    return Set.of();
  }

  /** Tells everything that is held about the person, section by section. */
  void export(Person person, Sections out);

  /**
   * What stands against erasing the person now. Called once more, with what it looks at held until
   * the transaction ends, right before he is erased.
   */
  default List<Hindrance> hindrances(UUID customerId, Minimums minimums) {
    return List.of();
  }

  /** The same for a module that also has to look for what names him. */
  default List<Hindrance> hindrances(Person person, Minimums minimums) {
    return hindrances(person.customerId(), minimums);
  }

  /**
   * Removes or empties everything that tells who he is.
   *
   * @return how many records were emptied or removed
   */
  default long erase(Erasure erasure) {
    return 0;
  }

  /** How many records still tell who he is; 0 after an erasure. */
  default long remaining(Person person) {
    return 0;
  }

  /** Takes what is exported. */
  interface Sections {
    /**
     * A section read from the database.
     *
     * @param sql reads the records of {@code :customer} in their order; their fields are named by
     *     aliases
     */
    default void tell(EntityManager em, Person person, String section, String sql) {
      NamedSql.rows(em, sql)
          .setParameter("customer", person.customerId())
          .getResultList()
          .forEach(row -> add(section, row.fields()));
    }

    /**
     * A record of a section; the records of a section come one after another.
     *
     * @param section what it is, such as {@code identities}
     * @param fields by name, in order; null where there is nothing
     */
    void add(String section, Map<String, ?> fields);
  }

  /** How long the law wants a kind of record kept. */
  interface Minimums {
    /**
     * The first day on which a record may go.
     *
     * @param kind kind of record in the table of retention
     * @param from the day from which the law counts
     */
    LocalDate firstDayOver(String kind, LocalDate from);
  }

  /**
   * Something that stands against an erasure.
   *
   * @param error what
   * @param args for its text
   * @param until the first day on which it no longer does, or null when that is not a matter of
   *     time
   */
  record Hindrance(ErrorCode error, List<Object> args, LocalDate until) {
    public Hindrance {
      args = List.copyOf(args);
    }
  }

  /**
   * An erasure that is under way.
   *
   * @param id its row, which the database's own erasing functions ask for
   * @param person whom
   * @param version of the customer as it was seen by who wants him erased
   */
  record Erasure(UUID id, Person person, long version) {
    public UUID customerId() {
      return person.customerId();
    }

    /**
     * Has the database empty or remove what it knows the person by his id in.
     *
     * @param functions with their schema; each takes the erasure's id and answers how many
     * @return how many records were emptied or removed
     */
    public long by(EntityManager em, String... functions) {
      String all =
          Stream.of(functions)
              .map(function -> function + "(:erasure)")
              .collect(Collectors.joining(" + "));
      return NamedSql.values(em, "select " + all, Long.class)
          .setParameter("erasure", id)
          .getSingleResult();
    }
  }
}
