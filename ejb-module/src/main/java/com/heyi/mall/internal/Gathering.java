package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gathers the points of a lot from the other records of the same person, before what gave them is
 * taken back. What somebody else has of them, as the records were parted, stays his.
 */
@ApplicationScoped
public class Gathering {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;
  @Inject private Ledger ledger;
  @Inject private RecordMoves moves;

  protected Gathering() {}

  Gathering(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
    this.ledger = new Ledger(em, clock);
    this.moves = new RecordMoves(em, clock);
  }

  /**
   * Takes hold of the points of every record that has had points of a lot, and books what is due of
   * them by itself; so that what is found of the lot stays so until the transaction ends.
   */
  Whereabouts hold(UUID lotId) {
    Set<UUID> held = new HashSet<>();
    Whereabouts found = Whereabouts.of(em, lotId);
    while (!held.containsAll(found.records())) {
      // In the order of the ids, as for every move. A ring that arises all the same, as they are
      // moved
      // on meanwhile, is broken by the database: one call is told that others were quicker.
      found.records().stream().filter(held::add).forEach(ledger::holdSettled);
      // Seen again under the locks: they may have been moved on meanwhile.
      found = Whereabouts.of(em, lotId);
    }
    return found;
  }

  /**
   * Moves what can be used of a lot under other records of the person to the record of the lot.
   *
   * @param found as {@link #hold} has found it
   * @return as it stands then
   */
  Whereabouts gather(UUID record, Whereabouts found, String reason) {
    Map<UUID, List<Whereabouts.Part>> elsewhere = elsewhere(record, found);
    if (elsewhere.isEmpty()) {
      return found;
    }
    elsewhere.forEach((customer, parts) -> moves.home(record, customer, parts, reason));
    return Whereabouts.of(em, found.lot().lotId());
  }

  /** What {@link #gather} would do to the wallet of the record; it stores nothing. */
  void tryGather(UUID record, Whereabouts found, Wallet wallet) {
    elsewhere(record, found)
        .forEach(
            (customer, parts) ->
                RecordMoves.bringHome(ledger.look(customer, wallet.today()), wallet, parts));
  }

  /** What would be in the lot itself if its points were gathered. */
  Points within(UUID record, Whereabouts found) {
    Whereabouts.Part lot = found.lot();
    return elsewhere(record, found).values().stream()
        .flatMap(List::stream)
        .filter(part -> lot.lotId().equals(part.movedFrom()))
        .map(Whereabouts.Part::remaining)
        .reduce(lot.remaining(), Points::plus);
  }

  /** Whether what gave points has been taken back: seen under {@link #hold}, it stays so. */
  boolean isTakenBack(UUID entryId) {
    return new Sql(em)
        .one(
            row -> row.getBoolean(1),
            "select exists (select from mall.ledger_entry where reverses = ? and kind = 'REVOKE')",
            entryId)
        .orElseThrow();
  }

  /** The records of the person that a record is of. */
  Set<UUID> recordsOfPerson(UUID record) {
    return customers.allRecordsOf(record);
  }

  /** What can be used of the lot under his other records, by record. */
  private Map<UUID, List<Whereabouts.Part>> elsewhere(UUID record, Whereabouts found) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, List<Whereabouts.Part>> elsewhere =
        found.parts().stream()
            .filter(part -> !part.customerId().equals(record))
            .filter(part -> !part.remaining().isZero() && !part.isOver(today))
            .collect(
                Collectors.groupingBy(
                    Whereabouts.Part::customerId, TreeMap::new, Collectors.toList()));
    if (!elsewhere.isEmpty()) {
      elsewhere.keySet().retainAll(recordsOfPerson(record));
    }
    return elsewhere;
  }
}
