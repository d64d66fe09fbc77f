package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.accounts.CustomerUnmerged;
import com.heyi.accounts.CustomersMerged;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One customer has one manager. Who looks after a record that is merged into another looks after
 * the customer from then on, unless somebody does; when the two are parted, the record has the
 * manager back whom it had.
 */
@ApplicationScoped
public class CareOfMergedRecords {
  @Inject private Managers managers;
  @Inject private CustomerBase base;
  @Inject private Clock clock;

  protected CareOfMergedRecords() {}

  public CareOfMergedRecords(Managers managers, CustomerBase base, Clock clock) {
    this.managers = managers;
    this.base = base;
    this.clock = clock;
  }

  public void merged(@Observes CustomersMerged event) {
    managers.awaitTurn();
    Optional<String> his = managers.findCare(event.customerId()).map(Care::manager);
    Optional<String> customers = managers.findCare(event.into()).map(Care::manager);
    his.ifPresent(
        manager -> {
          managers.letGo(event.customerId());
          ChangeLog.note("customer", event.customerId(), "manager", manager, null);
        });
    Set<UUID> records = base.members(List.of(event.into())).get(event.into()).records();
    if (customers.isPresent()) {
      managers.giveWhatWaits(records, customers.get());
    } else {
      his.ifPresent(manager -> give(event.into(), records, manager, event.reason()));
    }
  }

  public void parted(@Observes CustomerUnmerged event) {
    managers.awaitTurn();
    Optional<String> had = managers.lastManagerOf(event.customerId());
    if (had.isPresent()) {
      give(event.customerId(), List.of(event.customerId()), had.get(), event.reason());
    } else {
      managers.giveWhatWaits(List.of(event.customerId()), null);
    }
  }

  private void give(UUID customer, Collection<UUID> records, String to, String reason) {
    managers.handOver(
        List.of(customer),
        records,
        null,
        to,
        reason,
        LocalDate.now(clock),
        clock.instant(),
        CallContext.current().user());
    ChangeLog.note("customer", customer, "manager", null, to);
  }
}
