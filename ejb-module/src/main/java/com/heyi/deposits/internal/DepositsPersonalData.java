package com.heyi.deposits.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.deposits.DepositsError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the money ledger holds about a customer: the movements of his accounts. To erase him the
 * words of counterparties and memos are emptied, and neither an amount nor a posting changes.
 */
@ApplicationScoped
public class DepositsPersonalData implements PersonalData, KeptForATime {
  private static final String KIND = "money-texts";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(KIND, "deposits.empty_old_texts"));

  /** Movements that say something of him: on his side, or on somebody else's whose other he is. */
  private static final String TELLS =
      "(e.counterparty = any(cast(:marks as text[])) or (e.counterparty <> '—' or e.memo is not"
          + " null) and e.id in (select entry_id from deposits.posting where account_id"
          + " = any(cast(:accounts as uuid[]))))";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AccountDirectory accounts;
  @Inject private Clock clock;

  protected DepositsPersonalData() {}

  public DepositsPersonalData(EntityManager em, AccountDirectory accounts, Clock clock) {
    this.em = em;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public String holder() {
    return "deposits";
  }

  @Override
  public void export(Person person, Sections out) {
    for (AccountRef account : accounts.ofCustomer(person.customerId())) {
      for (Row row : movements(account.id())) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account.number());
        fields.putAll(row.fields());
        out.add("movements", fields);
      }
    }
  }

  private List<Row> movements(UUID account) {
    return NamedSql.rows(
            em,
            "select p.seq, e.kind, p.amount, p.balance_after as \"balanceAfter\", e.counterparty,"
                + " e.memo, e.booked_on as \"effectiveOn\", e.booked_at as \"recordedAt\""
                + " from deposits.posting p join deposits.entry e on e.id = p.entry_id"
                + " where p.account_id = :account order by p.seq")
        .setParameter("account", account)
        .getResultList();
  }

  @Override
  public List<Hindrance> hindrances(Person person, Minimums minimums) {
    LocalDate last =
        NamedSql.values(
                em, "select max(e.booked_on) from deposits.entry e where " + TELLS, LocalDate.class)
            .setParameter("accounts", ids(person))
            .setParameter("marks", person.marks().toArray(String[]::new))
            .getSingleResult();
    if (last == null) {
      return List.of();
    }
    LocalDate until = minimums.firstDayOver(KIND, last);
    return LocalDate.now(clock).isBefore(until)
        ? List.of(new Hindrance(DepositsError.ERASURE_MOVEMENTS_KEPT, List.of(last), until))
        : List.of();
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }

  @Override
  public long erase(Erasure erasure) {
    return NamedSql.values(
            em,
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
    return NamedSql.values(em, "select count(*) from deposits.entry e where " + TELLS, Long.class)
        .setParameter("accounts", ids(person))
        .setParameter("marks", person.marks().toArray(String[]::new))
        .getSingleResult();
  }

  private String[] ids(Person person) {
    return NamedSql.uuids(accounts.ofCustomer(person.customerId()), AccountRef::id);
  }
}
