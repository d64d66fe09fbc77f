package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.OpenComplaints;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.mall.MallTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.winddown.AnnounceClosing;
import com.heyi.winddown.AppImpact;
import com.heyi.winddown.CallOffClosing;
import com.heyi.winddown.CloseApp;
import com.heyi.winddown.ControlTotals;
import com.heyi.winddown.FreezeApp;
import com.heyi.winddown.MigrateApp;
import com.heyi.winddown.PlanProgress;
import com.heyi.winddown.PlanRow;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.PlanView;
import com.heyi.winddown.ProofView;
import com.heyi.winddown.SettleRefunds;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Takes an app through its end, step by step. */
@ApplicationScoped
public class Closings {
  private static final String CUSTOMER = "customer";

  private Plans plans;
  private Notices notices;
  private AppRegister apps;
  private CustomerDirectory customers;
  private MallTakeover mall;
  private OpenComplaints complaints;
  private BatchRuns batches;
  private Clock clock;

  protected Closings() {}

  @Inject
  public Closings(
      Plans plans,
      Notices notices,
      AppRegister apps,
      CustomerDirectory customers,
      MallTakeover mall,
      OpenComplaints complaints,
      BatchRuns batches,
      Clock clock) {
    this.plans = plans;
    this.notices = notices;
    this.apps = apps;
    this.customers = customers;
    this.mall = mall;
    this.complaints = complaints;
    this.batches = batches;
    this.clock = clock;
  }

  /** Whom and what the end of an app concerns today. */
  public AppImpact impact(String app) {
    apps.require(app);
    List<UUID> records = apps.recordsOf(app);
    MallTakeover.Held held = mall.heldBy(records);
    return new AppImpact(
        app,
        apps.countCustomersOf(app),
        apps.openAccountsOf(app),
        held.points(),
        held.openOrders(),
        complaints.ofCustomers(records));
  }

  public PlanView announce(AnnounceClosing command) {
    LocalDate today = LocalDate.now(clock);
    if (apps.hold(command.app()).status() == AppStatus.CLOSED) {
      throw new HeyiException(WindDownError.PLAN_EXISTS, command.app());
    }
    plans.requireNoneFor(command.app());
    if (command.into().equals(command.app())
        || apps.require(command.into()).status() != AppStatus.ACTIVE) {
      throw new HeyiException(WindDownError.INTO_UNFIT, command.into());
    }
    CustomersAreToldInTime.check(command, notices.inForce(), today);
    Plan plan =
        new Plan(command, impact(command.app()), CallContext.current(), clock.instant(), today);
    plans.add(plan);
    return view(plan);
  }

  public PlanView freeze(FreezeApp command) {
    Plan plan = plans.hold(command.planId(), command.expectedVersion());
    plan.freeze(clock.instant(), today());
    apps.freeze(plan.app());
    return view(plan);
  }

  public PlanView migrate(MigrateApp command) {
    Plan plan = plans.hold(command.planId(), command.expectedVersion());
    requireIdle(plan);
    plan.require(PlanStatus.FROZEN, PlanStatus.MIGRATING);
    if (plan.status() == PlanStatus.FROZEN) {
      ControlTotals control = command.control();
      WhatIsStatedHasBeenLoaded.check(control, plans.loaded(plan.id()));
      ChangeLog.note("plan", plan.id(), "controlPoints", null, control.points().amount());
      ChangeLog.note("plan", plan.id(), "controlMoney", null, control.money().amount());
      ChangeLog.note("plan", plan.id(), "controlCustomers", null, control.customers());
      ChangeLog.note("plan", plan.id(), "controlOrders", null, control.orders());
      ChangeLog.note("plan", plan.id(), "controlCoupons", null, control.coupons());
    }
    List<UUID> users = apps.customersOf(plan.app());
    Set<UUID> done = plans.migrated(plan.id(), users);
    List<UUID> left = users.stream().filter(user -> !done.contains(user)).toList();
    ImportRunView run =
        batches.queue(
            AppMigration.KIND,
            plan.app() + " → " + plan.into(),
            AppMigration.list(plan.id(), left.iterator()));
    plan.migrate(run.id(), clock.instant(), today());
    ChangeLog.note("plan", plan.id(), "customersToMigrate", null, left.size());
    return view(plan);
  }

  public PlanView settle(SettleRefunds command) {
    Plan plan = plans.hold(command.planId(), command.expectedVersion());
    PlanProgress before = progress(plan);
    if (before.refundsDue() == 0) {
      throw new HeyiException(WindDownError.NO_REFUNDS_DUE);
    }
    plans.settle(plan.id(), command.reference().strip(), clock.instant());
    ChangeLog.note("plan", plan.id(), "refundsDue", before.refundsDue(), 0);
    ChangeLog.note("plan", plan.id(), "refundsPaid", null, before.refundsDueAmount().amount());
    ChangeLog.note("plan", plan.id(), "refundsPaidAs", null, command.reference().strip());
    return view(plan);
  }

  public PlanView close(CloseApp command) {
    Plan plan = plans.hold(command.planId(), command.expectedVersion());
    requireIdle(plan);
    apps.hold(plan.app());
    plan.close(clock.instant(), today());
    NothingIsLeftAtClosing.check(progress(plan));
    apps.close(plan.app());
    return view(plan);
  }

  public PlanView callOff(CallOffClosing command) {
    Plan plan = plans.hold(command.planId(), command.expectedVersion());
    boolean frozen = plan.status() == PlanStatus.FROZEN;
    plan.callOff(clock.instant());
    if (frozen) {
      apps.reopen(plan.app());
    }
    return view(plan);
  }

  public Page<PlanRow> page(PageRequest request) {
    return plans.page(request);
  }

  public PlanView view(UUID planId) {
    return view(plans.get(planId));
  }

  public Page<ProofView> proofs(UUID planId, PageRequest request) {
    PlanRow plan = plans.get(planId).row();
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    String number = filters.remove(CUSTOMER);
    if (number != null) {
      UUID customer =
          customers.findByNumber(number).map(CustomerRef::id).orElseGet(() -> new UUID(0, 0));
      filters.put("customerId", customer.toString());
    }
    Page<Proof> page = plans.proofs(planId, request.filteredBy(filters));
    Map<UUID, CustomerRef> known =
        customers.findAll(page.items().stream().map(Proof::customerId).toList());
    return new Page<>(
        page.items().stream()
            .map(proof -> proof.view(plan, known.get(proof.customerId())))
            .toList(),
        page.nextCursor(),
        page.total());
  }

  public List<ProofView> proofsOf(CustomerRef customer) {
    Set<UUID> records = customers.recordsOf(customer.id());
    Map<UUID, CustomerRef> known = customers.findAll(records);
    return plans.proofsOf(records).stream()
        .map(proof -> proof.view(plans.get(proof.planId()).row(), known.get(proof.customerId())))
        .toList();
  }

  private PlanView view(Plan plan) {
    plans.flush();
    return new PlanView(
        plan.row(),
        plan.version(),
        plan.reason(),
        plan.impact(),
        plan.announcedBy(),
        plan.frozenAt(),
        plan.migratingAt(),
        plan.run().map(batches::view).orElse(null),
        progress(plan));
  }

  private PlanProgress progress(Plan plan) {
    if (!plans.hasProofs(plan.id())) {
      // For months nobody is migrated, and whose proof is whose need not be asked.
      return plans.progress(plan.id(), apps.countCustomersOf(plan.app()), 0);
    }
    AtomicLong customers = new AtomicLong();
    AtomicLong migrated = new AtomicLong();
    apps.eachCustomerOf(
        plan.app(),
        Plans.AT_A_TIME,
        some -> {
          customers.addAndGet(some.size());
          migrated.addAndGet(plans.migrated(plan.id(), some).size());
        });
    return plans.progress(plan.id(), customers.get(), migrated.get());
  }

  private void requireIdle(Plan plan) {
    if (plan.run().map(batches::view).filter(run -> run.status().isActive()).isPresent()) {
      throw new HeyiException(WindDownError.RUNNING);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
