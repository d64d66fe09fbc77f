package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.relationship.CareView;
import com.heyi.relationship.HandOver;
import com.heyi.relationship.HandOverView;
import com.heyi.relationship.HandedOver;
import com.heyi.relationship.ManagerView;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetManager;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps who looks after whom. */
@ApplicationScoped
public class Caring {
  private static final Set<Role> MAY_LOOK_AFTER = EnumSet.of(Role.OPERATOR, Role.HEAD_OFFICE_ADMIN);

  @Inject private Managers managers;
  @Inject private AlertBook alerts;
  @Inject private CustomerDirectory customers;
  @Inject private CustomerBase base;
  @Inject private Standings standings;
  @Inject private RolesNow staff;
  @Inject private Clock clock;

  protected Caring() {}

  public Caring(
      Managers managers,
      AlertBook alerts,
      CustomerDirectory customers,
      CustomerBase base,
      Standings standings,
      RolesNow staff,
      Clock clock) {
    this.managers = managers;
    this.alerts = alerts;
    this.customers = customers;
    this.base = base;
    this.standings = standings;
    this.staff = staff;
    this.clock = clock;
  }

  public List<ManagerView> managers() {
    Map<String, Long> lookedAfter = managers.customersByManager();
    Map<String, Long> waiting = managers.alertsByManager();
    LocalDate today = LocalDate.now(clock);
    return managers.all().stream()
        .map(
            manager ->
                manager.view(
                    lookedAfter.getOrDefault(manager.account(), 0L),
                    waiting.getOrDefault(manager.account(), 0L),
                    today))
        .toList();
  }

  public ManagerView set(SetManager command) {
    String account = command.account();
    if (command.substitute() != null) {
      requireActive(managers.require(command.substitute()));
    }
    if (command.active()) {
      requireAccount(account);
    }
    Manager manager = managers.find(account).orElse(null);
    if (manager != null) {
      manager.requireVersion(command.expectedVersion());
      manager.set(command);
    } else {
      manager = new Manager(account);
      manager.set(command);
      managers.add(manager);
    }
    managers.flush();
    return managers().stream()
        .filter(view -> view.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  /** Whose account ended is made inactive; nobody is asked for that. */
  private void requireAccount(String account) {
    if (Collections.disjoint(staff.of(account), MAY_LOOK_AFTER)) {
      throw new HeyiException(RelationshipError.MANAGER_ACCOUNT, account);
    }
  }

  public HandedOver handOver(HandOver command) {
    Manager to = managers.require(command.to());
    requireActive(to);
    if (to.account().equals(command.from())) {
      throw new HeyiException(RelationshipError.SAME_MANAGER, to.account());
    }
    if (command.from() != null) {
      managers.require(command.from());
    }
    Set<UUID> handed = command.customers().isEmpty() ? holdAllOf(command) : holdNamed(command);
    if (handed.isEmpty()) {
      throw new HeyiException(RelationshipError.NOBODY);
    }
    managers.handOver(
        handed,
        recordsOf(handed),
        command.from(),
        to.account(),
        command.reason().strip(),
        LocalDate.now(clock),
        clock.instant(),
        CallContext.current().user());
    handed.forEach(
        customer -> ChangeLog.note("customer", customer, "manager", command.from(), to.account()));
    return new HandedOver(to.account(), handed.size());
  }

  private Set<UUID> recordsOf(Collection<UUID> ids) {
    return base.members(ids).values().stream()
        .flatMap(member -> member.records().stream())
        .collect(Collectors.toSet());
  }

  private static void requireActive(Manager manager) {
    if (!manager.isActive()) {
      throw new HeyiException(RelationshipError.MANAGER_INACTIVE, manager.account());
    }
  }

  /** His whole portfolio; whoever is erased, merged or handed over meanwhile is not in it. */
  private Set<UUID> holdAllOf(HandOver command) {
    if (command.from() == null) {
      return Set.of();
    }
    Set<UUID> served = holdInTurn(managers.customersOf(command.from()));
    Map<UUID, String> present = managers.managersOf(served);
    served.removeIf(customer -> !command.from().equals(present.get(customer)));
    return served;
  }

  private Set<UUID> holdNamed(HandOver command) {
    Map<UUID, String> named = new LinkedHashMap<>();
    for (String number : command.customers()) {
      CustomerRef customer =
          customers
              .findByNumber(number.strip())
              .orElseThrow(() -> new HeyiException(RelationshipError.CUSTOMER_UNKNOWN, number));
      named.put(customers.require(customer.id()).id(), customer.number());
    }
    Set<UUID> served = holdInTurn(named.keySet());
    Map<UUID, String> present = managers.managersOf(served);
    named.forEach(
        (customer, number) -> {
          if (!served.contains(customer)) {
            customers.requireServed(customer);
          }
          String now = present.get(customer);
          if (!served.contains(customer) || !Objects.equals(now, command.from())) {
            throw new HeyiException(RelationshipError.CARE_MOVED, number, now == null ? "-" : now);
          }
        });
    return served;
  }

  /**
   * Those who are served, none of whom is erased or merged before the transaction ends. Customers
   * come before the turn, as where a merge or an erasure holds them.
   */
  private Set<UUID> holdInTurn(Collection<UUID> ids) {
    Set<UUID> served = base.keep(ids);
    managers.awaitTurn();
    return served;
  }

  public Page<CareView> page(PageRequest request) {
    Page<Care> page =
        managers.page(FilteredByCustomer.byId(request, customers), LocalDate.now(clock));
    List<UUID> ids = page.items().stream().map(Care::customerId).toList();
    Map<UUID, CustomerRef> known = customers.findAll(ids);
    Map<UUID, Standing> standing = standings.of(ids);
    Map<UUID, Long> waiting = waitingOf(ids);
    return new Page<>(
        page.items().stream()
            .map(
                care ->
                    view(
                        care.customerId(),
                        known.get(care.customerId()),
                        care,
                        standing.get(care.customerId()),
                        waiting.getOrDefault(care.customerId(), 0L)))
            .toList(),
        page.nextCursor(),
        page.total());
  }

  public CareView of(UUID customerId) {
    CustomerRef customer = customers.require(customers.whoIs(customerId));
    return view(
        customer.id(),
        customer,
        managers.findCare(customer.id()).orElse(null),
        standings.find(customer.id()).orElse(null),
        waitingOf(List.of(customer.id())).getOrDefault(customer.id(), 0L));
  }

  public List<HandOverView> history(UUID customerId) {
    CustomerRef customer = customers.require(customers.whoIs(customerId));
    return managers.history(customers.recordsOf(customer.id()));
  }

  /** How many alerts about any record of these customers nobody has handled. */
  private Map<UUID, Long> waitingOf(Collection<UUID> ids) {
    Map<UUID, Long> byRecord = alerts.openOf(recordsOf(ids));
    Map<UUID, Long> waiting = new HashMap<>();
    base.survivors(byRecord.keySet())
        .forEach((record, survivor) -> waiting.merge(survivor, byRecord.get(record), Long::sum));
    return waiting;
  }

  private CareView view(UUID id, CustomerRef customer, Care care, Standing standing, long waiting) {
    Optional<Manager> manager =
        Optional.ofNullable(care).map(Care::manager).flatMap(managers::find);
    LocalDate today = LocalDate.now(clock);
    return new CareView(
        id,
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        manager.map(Manager::account).orElse(null),
        manager.map(Manager::name).orElse(null),
        manager.map(his -> his.actingOn(today, managers::find)).orElse(null),
        care == null ? null : care.since(),
        standing == null ? null : standing.tierOn(today),
        standing == null ? null : standing.figures().assets(),
        standing == null || !standing.isInGraceOn(today) ? null : standing.graceUntil(),
        standing == null ? null : standing.nextPercent(),
        waiting);
  }
}
