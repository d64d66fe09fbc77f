package com.heyi.privacy.internal;

import com.heyi.privacy.ErasePerson;
import com.heyi.privacy.ErasureView;
import com.heyi.privacy.PrivacyError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.privacy.PersonalData.Erasure;
import com.heyi.shared.privacy.PersonalData.Hindrance;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Erases who a customer is, all modules in one transaction: it is done everywhere or nowhere. The
 * row comes first, for the database's own erasing functions work for such a row only.
 */
@ApplicationScoped
public class Erasing {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Holders holders;
  @Inject private RetentionTable retention;
  @Inject private Clock clock;

  protected Erasing() {}

  Erasing(EntityManager em, Holders holders, RetentionTable retention, Clock clock) {
    this.em = em;
    this.holders = holders;
    this.retention = retention;
    this.clock = clock;
  }

  /** Erases, unless something stands against it. */
  public ErasureView erase(ErasePerson command) {
    UUID customerId = command.customerId();
    Person person = holders.person(customerId);
    refuseWhenHindered(
        holders.all().stream()
            .flatMap(holder -> holder.hindrances(person, retention).stream())
            .toList());
    String who = CallContext.current().user();
    Instant now = clock.instant();
    Erasure erasure = new Erasure(Ids.next(), person, command.version());
    em.createNativeQuery(
            "insert into privacy.erasure (id, customer_id, reason, erased_by, erased_at)"
                + " values (:id, :customer, :reason, :who, :now)")
        .setParameter("id", erasure.id())
        .setParameter("customer", customerId)
        .setParameter("reason", command.reason().strip())
        .setParameter("who", who)
        .setParameter("now", now)
        .executeUpdate();
    Map<String, Long> records = new TreeMap<>();
    for (PersonalData holder : holders.all()) {
      records.put(holder.holder(), holder.erase(erasure));
    }
    em.flush();
    for (PersonalData holder : holders.all()) {
      if (holder.remaining(person) > 0) {
        throw new IllegalStateException("Module " + holder.holder() + " still tells who he is");
      }
    }
    records.forEach((holder, count) -> remember(erasure.id(), holder, count));
    ChangeLog.note("customer", customerId, "erased", null, true);
    return new ErasureView(erasure.id(), customerId, command.reason().strip(), who, now, records);
  }

  private void remember(UUID erasure, String holder, long count) {
    em.createNativeQuery(
            "insert into privacy.erased_records (erasure_id, holder, records)"
                + " values (:erasure, :holder, :records)")
        .setParameter("erasure", erasure)
        .setParameter("holder", holder)
        .setParameter("records", count)
        .executeUpdate();
  }

  private static void refuseWhenHindered(List<Hindrance> hindrances) {
    if (hindrances.isEmpty()) {
      return;
    }
    Locale locale = CallContext.current().locale();
    String what =
        hindrances.stream()
            .map(each -> Texts.get(locale, each.error().code(), texts(each.args())))
            .collect(Collectors.joining(Locale.ENGLISH.equals(locale) ? "; " : "；"));
    String earliest =
        hindrances.stream()
            .map(Hindrance::until)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(LocalDate::toString)
            .orElse("—");
    throw new HeyiException(PrivacyError.ERASURE_HINDERED, what, earliest);
  }

  /** Days as they are, not in the form of the machine's language. */
  private static Object[] texts(List<Object> args) {
    return args.stream().map(arg -> arg instanceof LocalDate day ? day.toString() : arg).toArray();
  }

  public Page<ErasureView> page(PageRequest request) {
    return Listing.of(ErasureRow.class, Sort.descending("erasedAt"))
        .sort("erasedAt", "erasedAt")
        .filter("customer", Filter.id("customerId"))
        .filter("from", Filter.fromDay("erasedAt", clock.getZone()))
        .filter("to", Filter.toDay("erasedAt", clock.getZone()))
        .page(em, request, ErasureRow::view);
  }

  public ErasureView view(UUID id) {
    ErasureRow row = em.find(ErasureRow.class, id);
    if (row == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return row.view();
  }
}
