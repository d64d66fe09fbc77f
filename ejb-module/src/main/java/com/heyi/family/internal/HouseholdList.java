package com.heyi.family.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.family.HouseholdRow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The households as a list. */
@ApplicationScoped
public class HouseholdList {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private CustomerDirectory customers;

  protected HouseholdList() {}

  public HouseholdList(EntityManager em, CustomerDirectory customers) {
    this.em = em;
    this.customers = customers;
  }

  /** A page of them, with who belongs to each; see the facade. */
  public Page<HouseholdRow> page(PageRequest request) {
    Page<Household> found =
        Listing.of(Household.class, Sort.descending("foundedAt"))
            .sort("foundedAt", "foundedAt")
            .sort("name", "name")
            .filter("name", Filter.contains("name"))
            .filter("member", this::isOf)
            .page(em, request, household -> household);
    Map<UUID, List<Kinsman>> members =
        members(found.items().stream().map(Household::id).toList()).stream()
            .collect(Collectors.groupingBy(Kinsman::householdId));
    Map<UUID, CustomerRef> people =
        customers.findAll(
            members.values().stream().flatMap(List::stream).map(Kinsman::customerId).toList());
    return new Page<>(
        found.items().stream()
            .map(one -> row(one, members.getOrDefault(one.id(), List.of()), people))
            .toList(),
        found.nextCursor(),
        found.total());
  }

  private static HouseholdRow row(
      Household household, List<Kinsman> members, Map<UUID, CustomerRef> people) {
    return new HouseholdRow(
        household.id(),
        household.name(),
        household.foundedAt(),
        members.stream()
            .map(
                member -> {
                  CustomerRef person = people.get(member.customerId());
                  return new HouseholdRow.Member(
                      person.id(), person.number(), person.name(), member.role());
                })
            .toList());
  }

  /** Who belongs to these now, guardians first. */
  private List<Kinsman> members(List<UUID> households) {
    return households.isEmpty()
        ? List.of()
        : em.createQuery(
                "from Kinsman m where m.householdId in :households and m.leftOn is null"
                    + " order by m.role desc, m.joinedOn, m.id",
                Kinsman.class)
            .setParameter("households", households)
            .getResultList();
  }

  private Predicate isOf(
      CriteriaBuilder cb, Root<Household> root, String name, String customerNumber) {
    List<UUID> his =
        customers
            .findByNumber(customerNumber)
            .map(
                customer ->
                    em.createQuery(
                            "select m.householdId from Kinsman m"
                                + " where m.customerId = :customer and m.leftOn is null",
                            UUID.class)
                        .setParameter("customer", customer.id())
                        .getResultList())
            .orElse(List.of());
    return his.isEmpty() ? cb.disjunction() : root.get("id").in(his);
  }
}
