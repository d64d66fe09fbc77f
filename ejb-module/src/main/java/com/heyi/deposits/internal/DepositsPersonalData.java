package com.heyi.deposits.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the money ledger holds about a customer: the movements of his accounts. To erase him the
 * words of counterparties and memos are emptied, and neither an amount nor a posting changes.
 */
@ApplicationScoped
public class DepositsPersonalData implements PersonalData {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AccountDirectory accounts;

  protected DepositsPersonalData() {}

  public DepositsPersonalData(EntityManager em, AccountDirectory accounts) {
    this.em = em;
    this.accounts = accounts;
  }

  @Override
  public String holder() {
    return "deposits";
  }

  @Override
  public void export(Person person, Sections out) {
    for (AccountRef account : accounts.ofCustomer(person.customerId())) {
      for (Tuple row : movements(account.id())) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account.number());
        for (TupleElement<?> element : row.getElements()) {
          fields.put(element.getAlias(), row.get(element.getAlias()));
        }
        out.add("movements", fields);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> movements(UUID account) {
    return em.createNativeQuery(
            "select p.seq, e.kind, p.amount, p.balance_after as \"balanceAfter\", e.counterparty,"
                + " e.memo, e.booked_on as \"effectiveOn\", e.booked_at as \"recordedAt\""
                + " from deposits.posting p join deposits.entry e on e.id = p.entry_id"
                + " where p.account_id = :account order by p.seq",
            Tuple.class)
        .setParameter("account", account)
        .getResultList();
  }

  @Override
  public long erase(Erasure erasure) {
    return (Long)
        em.createNativeQuery(
                "select deposits.erase_customer(:erasure, cast(:accounts as uuid[]),"
                    + " cast(:marks as text[]))",
                Long.class)
            .setParameter("erasure", erasure.id())
            .setParameter("accounts", ids(erasure.person()))
            .setParameter("marks", erasure.person().marks().toArray(String[]::new))
            .getSingleResult();
  }

  @Override
  public long remaining(Person person) {
    return (Long)
        em.createNativeQuery(
                "select count(*) from deposits.entry e where e.counterparty ="
                    + " any(cast(:marks as text[])) or e.memo is not null and e.id in (select"
                    + " entry_id from deposits.posting where account_id"
                    + " = any(cast(:accounts as uuid[])))",
                Long.class)
            .setParameter("accounts", ids(person))
            .setParameter("marks", person.marks().toArray(String[]::new))
            .getSingleResult();
  }

  private String[] ids(Person person) {
    return accounts.ofCustomer(person.customerId()).stream()
        .map(account -> account.id().toString())
        .toArray(String[]::new);
  }
}
