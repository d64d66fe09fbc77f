package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.CustomerUnmerged;
import com.heyi.accounts.CustomersMerged;
import com.heyi.accounts.MergeCustomers;
import com.heyi.accounts.UnmergeCustomer;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Unites two records of one person by a pointer, and takes the pointer away again. */
@ApplicationScoped
public class Merging {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Customers customers;
  @Inject private Matches matches;
  @Inject private Announcements announcements;
  @Inject private Clock clock;

  protected Merging() {}

  public Merging(
      EntityManager em,
      Customers customers,
      Matches matches,
      Announcements announcements,
      Clock clock) {
    this.em = em;
    this.customers = customers;
    this.matches = matches;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Answers who he is; see the facade. */
  public Customer merge(MergeCustomers command) {
    holdInTurn(command.customerId(), command.intoId());
    Customer into = customers.hold(command.intoId());
    Customer customer = customers.hold(command.customerId());
    customer.requireVersion(command.expectedVersion());
    OnlyTwoRecordsOfOnePersonAreMerged.check(customer, into, customers.mergedInto(customer.id()));
    OnlyTwoRecordsOfOnePersonAreMerged.checkIds(
        customer, matches.residentIds(customer), into, matches.residentIds(into));
    customer.mergeInto(into);
    customers.moveOn(into);
    String by = CallContext.current().user();
    matches
        .between(customer.id(), into.id())
        .forEach(suggestion -> suggestion.accept(by, clock.instant()));
    note(customer.id(), into.id(), false, command.reason());
    em.flush();
    announcements.tell(new CustomersMerged(customer.id(), into.id(), command.reason().strip()));
    return into;
  }

  /** Answers the customer himself; see the facade. */
  public Customer unmerge(UnmergeCustomer command) {
    customers
        .whoHeIs(command.customerId())
        .ifPresent(into -> holdInTurn(command.customerId(), into));
    Customer customer = customers.hold(command.customerId());
    customer.requireVersion(command.expectedVersion());
    UUID was = customer.mergedInto();
    if (was == null) {
      throw new HeyiException(AccountsError.NOT_MERGED, customer.number());
    }
    Customer into = customers.hold(was);
    customer.standAlone();
    customers.moveOn(into);
    matches.between(customer.id(), was).forEach(Suggestion::reopen);
    note(customer.id(), was, true, command.reason());
    em.flush();
    announcements.tell(new CustomerUnmerged(customer.id(), was, command.reason().strip()));
    return customer;
  }

  /** Held in the order of their ids, so that two calls at once never wait for each other. */
  private void holdInTurn(UUID one, UUID other) {
    customers.hold(one.compareTo(other) <= 0 ? one : other);
  }

  private void note(UUID customer, UUID into, boolean undone, String reason) {
    em.createNativeQuery(
            "insert into accounts.customer_merge (id, customer_id, into_id, undone, reason,"
                + " decided_at, decided_by) values (:id, :customer, :into, :undone, :reason, :now,"
                + " :by)")
        .setParameter("id", Ids.next())
        .setParameter("customer", customer)
        .setParameter("into", into)
        .setParameter("undone", undone)
        .setParameter("reason", reason.strip())
        .setParameter("now", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
  }
}
