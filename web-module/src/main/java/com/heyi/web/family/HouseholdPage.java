package com.heyi.web.family;

import com.heyi.accounts.CustomersFacade;
import com.heyi.family.AddMember;
import com.heyi.family.FamilyFacade;
import com.heyi.family.HouseholdView;
import com.heyi.family.MemberRole;
import com.heyi.family.RemoveMember;
import com.heyi.family.SetSpendingLimit;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Amounts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * A household with all that runs in it; who belongs to it and what its children may pay. Members
 * act here through a clerk, who says for whom.
 */
@PageAt(value = "/family/household.xhtml", facade = FamilyFacade.class, needs = "view")
@Named
@ViewScoped
public class HouseholdPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FamilyFacade family;
  @Inject private CustomersFacade customers;

  private final FormKey key = new FormKey();
  private String id;
  private String customer;
  private transient HouseholdView household;
  private long version;
  private String guardian;
  private String number;
  private MemberRole role = MemberRole.CHILD;
  private UUID leaving;
  private String child;
  private BigDecimal perPayment;
  private BigDecimal perDay;

  /** Reads the household that the address names, by its own id or by one of its members. */
  public void load() {
    household = id == null ? family.ofCustomer(Param.id(customer)) : family.view(Param.id(id));
    id = household.id().toString();
    version = household.version();
    guardian = somebody(MemberRole.GUARDIAN);
    child = somebody(MemberRole.CHILD);
  }

  private String somebody(MemberRole wanted) {
    return household.members().stream()
        .filter(member -> member.role() == wanted)
        .findFirst()
        .map(member -> member.customerId().toString())
        .orElse(null);
  }

  /** Takes the customer with this number in. */
  public String add() {
    return does(
        key,
        () ->
            family.addMember(
                new AddMember(
                    household.id(),
                    version,
                    Param.id(guardian),
                    customers.findByNumber(number.strip()).id(),
                    role)),
        "joined");
  }

  /** Lets the member go who was chosen. */
  public String remove() {
    return does(
        key,
        () ->
            family.removeMember(
                new RemoveMember(household.id(), version, Param.id(guardian), leaving)),
        "left");
  }

  /** Sets what a child may pay. */
  public String limit() {
    return does(
        key,
        () ->
            family.setSpendingLimit(
                new SetSpendingLimit(
                    household.id(),
                    Param.id(guardian),
                    Param.id(child),
                    Amounts.of(perPayment),
                    Amounts.of(perDay))),
        "limited");
  }

  /** Runs a form's command and shows the household as it is then, with what was done. */
  String does(FormKey formKey, Callable<HouseholdView> command, String said) {
    return Commands.run(formKey, command)
        .map(done -> Go.saying("page.family.said." + said).again("id", done.id()))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may act for the family. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.OPERATOR);
  }

  /** Whether a child belongs to it. */
  public boolean isWithChildren() {
    return !getChildren().isEmpty();
  }

  /** A member's name, or nothing when he has left. */
  public String name(UUID customerId) {
    return getHousehold().members().stream()
        .filter(member -> member.customerId().equals(customerId))
        .map(HouseholdView.Member::name)
        .findFirst()
        .orElse("");
  }

  /** Why something was declined or not paid, in the caller's language. */
  public String why(String code) {
    return code == null
        ? ""
        : Texts.find(CallContext.current().locale(), "page.family.why." + code).orElse(code);
  }

  public List<SelectItem> getGuardians() {
    return people(member -> member.role() == MemberRole.GUARDIAN);
  }

  public List<SelectItem> getChildren() {
    return people(member -> member.role() == MemberRole.CHILD);
  }

  public List<SelectItem> getEverybody() {
    return people(member -> true);
  }

  private List<SelectItem> people(Predicate<HouseholdView.Member> which) {
    return getHousehold().members().stream()
        .filter(which)
        .map(one -> new SelectItem(one.customerId().toString(), one.name() + " " + one.number()))
        .toList();
  }

  /** The accounts of the guardians, with whose they are. */
  public List<SelectItem> getGuardiansAccounts() {
    return accounts(member -> member.role() == MemberRole.GUARDIAN);
  }

  /** The accounts of the children, with whose they are. */
  public List<SelectItem> getChildrensAccounts() {
    return accounts(member -> member.role() == MemberRole.CHILD);
  }

  /** The accounts of all, with whose they are. */
  public List<SelectItem> getEverybodysAccounts() {
    return accounts(member -> true);
  }

  private List<SelectItem> accounts(Predicate<HouseholdView.Member> which) {
    return getHousehold().members().stream()
        .filter(which)
        .flatMap(
            member ->
                member.accounts().stream()
                    .map(account -> new SelectItem(account.id().toString(), of(member, account))))
        .toList();
  }

  private static String of(HouseholdView.Member member, HouseholdView.Account account) {
    String type = Texts.of(CallContext.current().locale(), account.type());
    return member.name() + " · " + type + " " + account.number();
  }

  /** Whose account of the household this is; the facade refuses what is nobody's here. */
  UUID owner(String accountId) {
    UUID account = Param.id(accountId);
    return getHousehold().members().stream()
        .filter(member -> member.accounts().stream().anyMatch(one -> one.id().equals(account)))
        .map(HouseholdView.Member::customerId)
        .findFirst()
        .orElse(null);
  }

  public MemberRole[] getRoles() {
    return MemberRole.values();
  }

  public HouseholdView getHousehold() {
    if (household == null) {
      load();
    }
    return household;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getGuardian() {
    return guardian;
  }

  public void setGuardian(String guardian) {
    this.guardian = guardian;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public MemberRole getRole() {
    return role;
  }

  public void setRole(MemberRole role) {
    this.role = role;
  }

  public UUID getLeaving() {
    return leaving;
  }

  /** The member whom the dialog is about, chosen in the list. */
  public void setLeaving(UUID leaving) {
    this.leaving = leaving;
  }

  public String getChild() {
    return child;
  }

  public void setChild(String child) {
    this.child = child;
  }

  public BigDecimal getPerPayment() {
    return perPayment;
  }

  public void setPerPayment(BigDecimal perPayment) {
    this.perPayment = perPayment;
  }

  public BigDecimal getPerDay() {
    return perDay;
  }

  public void setPerDay(BigDecimal perDay) {
    this.perDay = perDay;
  }
}
