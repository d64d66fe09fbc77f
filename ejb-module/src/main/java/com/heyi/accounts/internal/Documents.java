package com.heyi.accounts.internal;

import com.heyi.accounts.DocumentKind;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The documents of customers, and which a type I account needs, in the database. */
@ApplicationScoped
public class Documents {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Documents() {}

  public Documents(EntityManager em) {
    this.em = em;
  }

  public void add(CustomerDocument document) {
    em.persist(document);
  }

  /** Those of a customer, the latest first. */
  public List<CustomerDocument> of(UUID customerId) {
    return em.createQuery(
            "from CustomerDocument d where d.customerId = :customer"
                + " order by d.recordedAt desc, d.id desc",
            CustomerDocument.class)
        .setParameter("customer", customerId)
        .getResultList();
  }

  /** The latest of each kind that a customer has shown or signed. */
  public Map<DocumentKind, CustomerDocument> latest(UUID customerId) {
    Map<DocumentKind, CustomerDocument> latest = new EnumMap<>(DocumentKind.class);
    of(customerId).forEach(document -> latest.putIfAbsent(document.kind(), document));
    return latest;
  }

  /**
   * The kinds that a type I account needs on this day.
   *
   * @param minor whether its holder is under eighteen
   */
  public Set<DocumentKind> needed(LocalDate day, boolean minor) {
    Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    List<Row> rules =
        NamedSql.rows(
                em,
                "select distinct on (kind) kind, needed_of from accounts.type_one_document"
                    + " where valid_from <= :day order by kind, valid_from desc")
            .setParameter("day", day)
            .getResultList();
    for (Row rule : rules) {
      String of = rule.text("needed_of");
      if (of.equals("ALL") || minor && of.equals("MINORS")) {
        kinds.add(rule.constant("kind", DocumentKind.class));
      }
    }
    return kinds;
  }
}
