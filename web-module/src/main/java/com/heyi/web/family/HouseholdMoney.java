package com.heyi.web.family;

import com.heyi.family.AllowanceKind;
import com.heyi.family.FamilyFacade;
import com.heyi.family.GiveRedPacket;
import com.heyi.family.GiveUpGoal;
import com.heyi.family.PayIntoGoal;
import com.heyi.family.Rhythm;
import com.heyi.family.SetGoal;
import com.heyi.family.StartAllowance;
import com.heyi.family.StopAllowance;
import com.heyi.web.ui.Amounts;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Allowances, red packets and goals of the household that is shown. */
@Named("householdMoney")
@ViewScoped
public class HouseholdMoney implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FamilyFacade family;
  @Inject private HouseholdPage page;

  private final FormKey key = new FormKey();
  private UUID chosen;
  private long chosenVersion;
  private String member;
  private String fromAccount;
  private String toAccount;
  private BigDecimal amount;
  private AllowanceKind kind = AllowanceKind.POCKET_MONEY;
  private Rhythm rhythm = Rhythm.WEEKLY;
  private Integer onDay = 1;
  private LocalDate startsOn;
  private LocalDate endsOn;
  private String greeting;
  private String title;

  /** Starts an allowance from a guardian's account to a child's. */
  public String start() {
    return page.does(
        key,
        () ->
            family.startAllowance(
                new StartAllowance(
                    household(),
                    page.owner(fromAccount),
                    page.owner(toAccount),
                    kind,
                    Param.id(fromAccount),
                    Param.id(toAccount),
                    Amounts.of(amount),
                    rhythm,
                    onDay,
                    startsOn,
                    endsOn)),
        "started");
  }

  /** Stops the allowance that was chosen. */
  public String stop() {
    return page.does(
        key,
        () ->
            family.stopAllowance(
                new StopAllowance(household(), chosen, chosenVersion, Param.id(member))),
        "stopped");
  }

  /** Gives a red packet from a guardian's account. */
  public String give() {
    return page.does(
        key,
        () ->
            family.giveRedPacket(
                new GiveRedPacket(
                    household(),
                    page.owner(fromAccount),
                    page.owner(toAccount),
                    Param.id(fromAccount),
                    Param.id(toAccount),
                    Amounts.of(amount),
                    greeting)),
        "given");
  }

  /** Sets a goal for the child whose account it is. */
  public String save() {
    return page.does(
        key,
        () ->
            family.setGoal(
                new SetGoal(
                    household(),
                    Param.id(member),
                    page.owner(toAccount),
                    Param.id(toAccount),
                    title,
                    Amounts.of(amount))),
        "goal");
  }

  /** Pays into the goal that was chosen. */
  public String payIn() {
    return page.does(
        key,
        () ->
            family.payIntoGoal(
                new PayIntoGoal(
                    household(),
                    chosen,
                    page.owner(fromAccount),
                    Param.id(fromAccount),
                    Amounts.of(amount))),
        "paid-in");
  }

  /** Gives the goal up that was chosen. */
  public String giveUp() {
    return page.does(
        key,
        () ->
            family.giveUpGoal(new GiveUpGoal(household(), chosen, chosenVersion, Param.id(member))),
        "given-up");
  }

  /** Chooses the allowance or goal that the next dialog is about. */
  public void choose(UUID id, long version) {
    chosen = id;
    chosenVersion = version;
    member = page.getGuardian();
  }

  public AllowanceKind[] getKinds() {
    return AllowanceKind.values();
  }

  public Rhythm[] getRhythms() {
    return Rhythm.values();
  }

  private UUID household() {
    return page.getHousehold().id();
  }

  public FormKey getKey() {
    return key;
  }

  public String getMember() {
    return member;
  }

  public void setMember(String member) {
    this.member = member;
  }

  public String getFromAccount() {
    return fromAccount;
  }

  public void setFromAccount(String fromAccount) {
    this.fromAccount = fromAccount;
  }

  public String getToAccount() {
    return toAccount;
  }

  public void setToAccount(String toAccount) {
    this.toAccount = toAccount;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public AllowanceKind getKind() {
    return kind;
  }

  public void setKind(AllowanceKind kind) {
    this.kind = kind;
  }

  public Rhythm getRhythm() {
    return rhythm;
  }

  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  public Integer getOnDay() {
    return onDay;
  }

  public void setOnDay(Integer onDay) {
    this.onDay = onDay;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public String getGreeting() {
    return greeting;
  }

  public void setGreeting(String greeting) {
    this.greeting = greeting;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }
}
