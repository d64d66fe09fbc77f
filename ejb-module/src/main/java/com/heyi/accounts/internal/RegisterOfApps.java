package com.heyi.accounts.internal;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppRegister;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppView;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityLinked;
import com.heyi.accounts.IdentityView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers and serves the module that winds apps down. */
@ApplicationScoped
public class RegisterOfApps implements AppRegister {
  private Apps apps;
  private Identities identities;
  private Customers customers;
  private Announcements announcements;
  private Clock clock;

  protected RegisterOfApps() {}

  @Inject
  public RegisterOfApps(
      Apps apps,
      Identities identities,
      Customers customers,
      Announcements announcements,
      Clock clock) {
    this.apps = apps;
    this.identities = identities;
    this.customers = customers;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public AppView require(String code) {
    return apps.get(code).view();
  }

  @Override
  public List<AppFunctionView> functions() {
    return apps.functions();
  }

  @Override
  public AppView hold(String code) {
    return apps.hold(code).view();
  }

  @Override
  public void freeze(String code) {
    apps.hold(code).becomes(AppStatus.FROZEN);
  }

  @Override
  public void reopen(String code) {
    apps.hold(code).becomes(AppStatus.ACTIVE);
  }

  @Override
  public void close(String code) {
    apps.hold(code).becomes(AppStatus.CLOSED);
  }

  @Override
  public List<UUID> customersOf(String code) {
    return apps.customersOf(code);
  }

  @Override
  public long countCustomersOf(String code) {
    return apps.countCustomersOf(code);
  }

  @Override
  public void eachCustomerOf(String code, int atOnce, Consumer<List<UUID>> work) {
    apps.eachCustomerOf(code, atOnce, work);
  }

  @Override
  public List<UUID> recordsOf(String code) {
    return apps.recordsOf(code);
  }

  @Override
  public long openAccountsOf(String code) {
    return apps.openAccountsOf(code);
  }

  @Override
  public Map<UUID, Set<String>> identities(String code, Collection<UUID> ids) {
    return apps.identities(code, ids);
  }

  @Override
  public Set<String> identitiesEverywhere(UUID customerId) {
    return identities.of(customerId).stream()
        .map(IdentityView::externalId)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> known(String code, Collection<String> externalIds) {
    return apps.known(code, externalIds);
  }

  @Override
  public void introduce(Collection<UUID> ids, String toCode) {
    App app = identities.hold(toCode);
    OnlyAnActiveAppTakesNewIdentities.check(app.code(), app.status());
    Set<UUID> known = apps.identities(toCode, ids).keySet();
    List<UUID> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
    for (CustomerRef customer : customers.refs(unknown)) {
      identities.add(
          new Identity(new IdentityKey(toCode, customer.number()), customer.id(), clock.instant()));
      announcements.tell(new IdentityLinked(customer.id(), toCode, customer.number()));
    }
  }
}
