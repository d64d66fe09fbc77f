package com.heyi.family.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.deposits.Payments;
import com.heyi.family.AddMember;
import com.heyi.family.FamilyError;
import com.heyi.family.FoundHousehold;
import com.heyi.family.HouseholdView;
import com.heyi.family.MemberRole;
import com.heyi.family.MembershipView;
import com.heyi.family.NoticeKind;
import com.heyi.family.RemoveMember;
import com.heyi.family.SetSpendingLimit;
import com.heyi.family.TaskStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Households: who joins, who leaves, and the whole as it is shown. */
@ApplicationScoped
public class Families {
  private static final int MOST_SHOWN = 50;

  /** What can still be done something about is not hidden by what is over. */
  private static final String OPEN_FIRST =
      "case when x.decidedAt is null then 0 else 1 end, x.setAt desc, x.id";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Kin kin;
  @Inject private Notices notices;
  @Inject private Payments payments;
  @Inject private Clock clock;

  protected Families() {}

  public Families(EntityManager em, Kin kin, Notices notices, Payments payments, Clock clock) {
    this.em = em;
    this.kin = kin;
    this.notices = notices;
    this.payments = payments;
    this.clock = clock;
  }

  /** Founds a household with its first guardian. */
  public HouseholdView found(FoundHousehold command) {
    CustomerRef guardian = kin.customer(command.guardianId());
    Household household = Household.founded(command.name().strip(), clock.instant());
    kin.add(household);
    join(household, guardian, MemberRole.GUARDIAN);
    return view(household);
  }

  /** Takes somebody in. */
  public HouseholdView add(AddMember command) {
    Household household = kin.hold(command.householdId(), command.expectedVersion());
    kin.requireGuardian(household.id(), command.guardianId());
    join(household, kin.customer(command.customerId()), command.role());
    return view(household);
  }

  private void join(Household household, CustomerRef customer, MemberRole role) {
    boolean minor = kin.isMinor(customer.id());
    if (role == MemberRole.GUARDIAN && minor) {
      throw new HeyiException(FamilyError.GUARDIAN_MINOR, customer.number());
    }
    if (role == MemberRole.CHILD && !minor) {
      throw new HeyiException(FamilyError.CHILD_OF_AGE, customer.number());
    }
    if (kin.belonging(customer.id()).isPresent()) {
      throw new HeyiException(FamilyError.ELSEWHERE, customer.number());
    }
    // One that was set before limits ended with the child's leaving.
    kin.limit(customer.id()).ifPresent(SpendingLimit::end);
    kin.add(new Kinsman(household.id(), customer.id(), role, LocalDate.now(clock)));
    kin.flush();
  }

  /** Lets somebody go. */
  public HouseholdView remove(RemoveMember command) {
    Household household = kin.hold(command.householdId(), command.expectedVersion());
    kin.requireGuardian(household.id(), command.guardianId());
    Kinsman member =
        kin.belonging(command.customerId())
            .filter(one -> one.householdId().equals(household.id()))
            .orElseThrow(
                () ->
                    new HeyiException(
                        FamilyError.NOT_MEMBER,
                        kin.known(command.customerId()).map(CustomerRef::number).orElse("-")));
    if (member.role() == MemberRole.GUARDIAN) {
      requireAnotherGuardian(household.id());
    }
    letGo(member, Allowance::end);
    kin.flush();
    return view(household);
  }

  private void requireAnotherGuardian(UUID householdId) {
    List<Kinsman> members = kin.members(householdId);
    long guardians = members.stream().filter(one -> one.role() == MemberRole.GUARDIAN).count();
    if (guardians == 1 && members.size() > 1) {
      throw new HeyiException(FamilyError.LAST_GUARDIAN);
    }
  }

  /** Ends what runs for somebody, or by him, and his belonging. */
  private void letGo(Kinsman member, Consumer<Allowance> ending) {
    UUID who = member.customerId();
    for (Allowance allowance : kin.of(member.householdId(), Allowance.class, "x.id", 1000)) {
      if (allowance.concerns(who)) {
        ending.accept(allowance);
      }
    }
    for (ChildTask task : kin.of(member.householdId(), ChildTask.class, "x.id", 10_000)) {
      if (task.concerns(who)) {
        task.end(clock.instant());
      }
    }
    for (Goal goal : kin.of(member.householdId(), Goal.class, "x.id", 10_000)) {
      if (goal.childId().equals(who)) {
        goal.end();
      }
    }
    kin.limit(who).ifPresent(SpendingLimit::end);
    member.leave(LocalDate.now(clock));
  }

  /** Sets what a child may pay. */
  public HouseholdView limit(SetSpendingLimit command) {
    Household household = kin.household(command.householdId());
    kin.requireGuardian(household.id(), command.guardianId());
    kin.requireChild(household.id(), command.childId());
    if (command.perPayment().isNegative()
        || !command.perPayment().currency().equals(Money.CNY)
        || !command.perDay().currency().equals(Money.CNY)) {
      throw CommonError.invalid("perPayment", FamilyError.AMOUNT);
    }
    if (command.perDay().compareTo(command.perPayment()) < 0) {
      throw CommonError.invalid("perDay", FamilyError.LIMITS);
    }
    SpendingLimit limit =
        kin.limit(command.childId())
            .orElseGet(
                () -> {
                  SpendingLimit fresh = new SpendingLimit(command.childId());
                  fresh.set(command);
                  kin.add(fresh);
                  return fresh;
                });
    limit.set(command);
    kin.flush();
    return view(household);
  }

  /**
   * A part of the children.
   *
   * @param ofAge those of them who are eighteen and still belong to a household as children
   * @param last the last that was looked at, or null when there is none left
   */
  public record Looked(List<UUID> ofAge, UUID last) {
    public Looked {
      ofAge = List.copyOf(ofAge);
    }
  }

  /**
   * Looks for children who have come of age, a part of them at a time: a large bank has more than
   * fit into one statement.
   *
   * @param after the last that was looked at before, or null to begin
   * @param most how many to look at
   */
  public Looked cameOfAge(UUID after, int most) {
    List<UUID> children =
        NamedSql.values(
                em,
                "select customer_id from family.member where role = 'CHILD' and left_on is null"
                    + " and customer_id > :after order by customer_id limit :most",
                UUID.class)
            .setParameter("after", after == null ? BEFORE_ALL : after)
            .setParameter("most", most)
            .getResultList();
    LocalDate today = LocalDate.now(clock);
    Map<UUID, LocalDate> born = kin.birthDates(children);
    return new Looked(
        children.stream()
            .filter(born::containsKey)
            .filter(child -> !AChildIsUnderEighteen.holds(born.get(child), today))
            .toList(),
        children.size() < most ? null : children.get(children.size() - 1));
  }

  /**
   * Ends the guardianship of a child who is eighteen. What was due to him as a child and was missed
   * is still paid.
   *
   * @return whether it was ended; not when he has left before, by hand or by another node's run
   */
  public boolean endGuardianship(UUID child) {
    Optional<Kinsman> member = kin.belonging(child).filter(one -> one.role() == MemberRole.CHILD);
    member.ifPresent(
        one -> {
          LocalDate lastDay =
              AChildIsUnderEighteen.lastDay(kin.birthDates(List.of(child)).get(child));
          letGo(one, allowance -> allowance.endWith(lastDay));
          notices.tell(one.householdId(), child, NoticeKind.CAME_OF_AGE, null, null);
          kin.flush();
        });
    return member.isPresent();
  }

  /** The household to which a customer belongs. */
  public HouseholdView ofCustomer(UUID customerId) {
    kin.customer(customerId);
    return kin.belonging(customerId)
        .map(member -> view(kin.household(member.householdId())))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, customerId));
  }

  /** Whether he belongs anywhere. */
  public MembershipView membership(UUID customerId) {
    kin.customer(customerId);
    return kin.belonging(customerId)
        .map(member -> new MembershipView(customerId, member.householdId(), member.role()))
        .orElseGet(() -> new MembershipView(customerId, null, null));
  }

  /** All of a household. */
  public HouseholdView view(UUID householdId) {
    return view(kin.household(householdId));
  }

  HouseholdView view(Household household) {
    UUID id = household.id();
    List<Kinsman> members = kin.members(id);
    // What was set for somebody who has left is no longer this household's business.
    Map<UUID, Kinsman> here =
        members.stream().collect(Collectors.toMap(Kinsman::customerId, member -> member));
    Map<UUID, LocalDate> born = kin.birthDates(here.keySet());
    List<Allowance> allowances =
        kin.of(id, Allowance.class, "x.active desc, x.nextOn, x.id", MOST_SHOWN);
    LastRuns runs = new LastRuns(em, allowances);
    List<Goal> goals =
        kin.of(id, Goal.class, "x.givenUp, x.setAt desc, x.id", MOST_SHOWN).stream()
            .filter(goal -> goal.isWanted() && here.containsKey(goal.childId()))
            .toList();
    return new HouseholdView(
        id,
        household.version(),
        household.name(),
        household.foundedAt(),
        members(members, born),
        allowances.stream().map(one -> one.view(runs.paidOn(one), runs.error(one))).toList(),
        kin.of(id, SpendingLimit.class, "x.childId", MOST_SHOWN).stream()
            .filter(limit -> here.containsKey(limit.childId()))
            .filter(limit -> limit.holds(here.get(limit.childId())))
            .filter(limit -> !isOfAge(born.get(limit.childId())))
            .map(SpendingLimit::view)
            .toList(),
        kin.of(id, ChildTask.class, OPEN_FIRST, MOST_SHOWN).stream().map(ChildTask::view).toList(),
        GoalsShareTheirAccount.views(
            goals, payments.balances(goals.stream().map(Goal::accountId).toList())::get),
        notices.latest(id).stream().map(Notice::view).toList());
  }

  /** A part of the tasks of a household; see the facade for its filters. */
  public Page<HouseholdView.Task> tasks(UUID householdId, PageRequest request) {
    UUID id = kin.household(householdId).id();
    return Listing.<ChildTask>of(ChildTask.class, Sort.descending("setAt"))
        .only(Filter.id("householdId"), id.toString())
        .sort("setAt", "setAt")
        .filter("status", Filter.oneOf("status", TaskStatus.class))
        .filter("child", Filter.id("childId"))
        .page(em, request, ChildTask::view);
  }

  private boolean isOfAge(LocalDate born) {
    return born != null && !AChildIsUnderEighteen.holds(born, LocalDate.now(clock));
  }

  private List<HouseholdView.Member> members(List<Kinsman> members, Map<UUID, LocalDate> born) {
    List<UUID> ids = members.stream().map(Kinsman::customerId).toList();
    Map<UUID, CustomerRef> people = kin.known(ids);
    Map<UUID, List<HouseholdView.Account>> accounts = kin.openAccounts(ids);
    LocalDate today = LocalDate.now(clock);
    return members.stream()
        .map(
            member -> {
              CustomerRef customer = people.get(member.customerId());
              LocalDate day = born.get(member.customerId());
              return new HouseholdView.Member(
                  customer.id(),
                  customer.number(),
                  customer.name(),
                  member.role(),
                  day == null ? null : Period.between(day, today).getYears(),
                  member.joinedOn(),
                  accounts.getOrDefault(customer.id(), List.of()));
            })
        .toList();
  }
}
