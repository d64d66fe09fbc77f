package com.heyi.web.mall;

import com.heyi.accounts.CustomersFacade;
import com.heyi.mall.AdjustPoints;
import com.heyi.mall.CorrectionsFacade;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.HoldFacade;
import com.heyi.mall.MoveRecordsPoints;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.StatementRow;
import com.heyi.mall.TransferPoints;
import com.heyi.mall.VoidHold;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A customer's points: lots, what expires when, the latest of his statement; and to grant some. */
@PageAt(value = "/mall/points.xhtml", facade = PointsFacade.class, needs = "view")
@Named
@ViewScoped
public class PointsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 15;

  @Inject private PointsFacade points;
  @Inject private HoldFacade holds;
  @Inject private CorrectionsFacade corrections;
  @Inject private CustomersFacade customers;

  private final FormKey key = new FormKey();
  private final FormKey holdKey = new FormKey();
  private final FormKey adjustKey = new FormKey();
  private final FormKey reverseKey = new FormKey();
  private final FormKey transferKey = new FormKey();
  private final FormKey moveKey = new FormKey();
  private UUID recordId;
  private UUID holdId;
  private UUID entryId;
  private boolean fewer;
  private boolean waive;
  private LocalDate effectiveOn;
  private String toNumber;
  private String id;
  private transient PointsView held;
  private transient List<StatementRow> latest;
  private Long amount;
  private LocalDate expiresOn;
  private String reason;

  /** Reads the points of the customer whom the address names. */
  public void load() {
    held = points.view(Param.id(id));
    latest = points.statement(Param.id(id), PageRequest.first(LATEST)).page().items();
  }

  public String grant() {
    GrantPoints command =
        new GrantPoints(Param.id(id), amount == null ? null : Points.of(amount), reason, expiresOn);
    return Commands.run(key, () -> points.grant(command))
        .map(done -> Go.saying("page.mall.points.granted", done.points().amount()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Takes the hold that the dialog is to be about. */
  public void chooseHold(UUID hold) {
    holdId = hold;
  }

  /** Lets go the chosen hold. */
  public String voidHold() {
    return Commands.run(holdKey, () -> holds.release(new VoidHold(holdId, reason)))
        .map(
            done ->
                Go.saying("page.mall.hold.voided", done.points().amount())
                    .again("id", done.customerId()))
        .orElse(Go.STAY);
  }

  /** Corrects the points by hand. */
  public String adjust() {
    long signed = amount == null ? 0 : fewer ? -amount : amount;
    AdjustPoints command =
        new AdjustPoints(Param.id(id), signed, reason, effectiveOn, fewer ? null : expiresOn);
    return Commands.run(adjustKey, () -> corrections.adjust(command))
        .map(done -> Go.saying("page.mall.points.adjusted", done.amount()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Takes the entry that the dialog is to be about. */
  public void chooseEntry(UUID entry) {
    entryId = entry;
  }

  /** Reverses the chosen grant. */
  public String reverse() {
    ReverseGrant command = new ReverseGrant(Param.id(id), entryId, reason, waive);
    return Commands.run(reverseKey, () -> corrections.reverse(command))
        .map(done -> Go.saying("page.mall.points.reversed", done.amount()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Gives points to another member of the household. */
  public String transfer() {
    return Commands.run(
            transferKey,
            () ->
                corrections.transfer(
                    new TransferPoints(
                        Param.id(id),
                        customers.findByNumber(toNumber).id(),
                        amount == null ? null : Points.of(amount),
                        reason)))
        .map(done -> Go.saying("page.mall.points.transferred", -done.amount()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Takes the record that the dialog is to be about. */
  public void chooseRecord(UUID chosen) {
    recordId = chosen;
  }

  /** Moves the points of the chosen record over to the customer. */
  public String move() {
    MoveRecordsPoints command = new MoveRecordsPoints(Param.id(id), recordId, reason);
    return Commands.run(moveKey, () -> corrections.moveRecord(command))
        .map(done -> Go.saying("page.mall.elsewhere.moved", done.amount()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may grant points and redeem them. */
  public boolean isChangeable() {
    Caller caller = CallContext.current();
    return caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR);
  }

  public PointsView getHeld() {
    if (held == null) {
      load();
    }
    return held;
  }

  public List<StatementRow> getLatest() {
    return latest;
  }

  public FormKey getHoldKey() {
    return holdKey;
  }

  public FormKey getAdjustKey() {
    return adjustKey;
  }

  public FormKey getReverseKey() {
    return reverseKey;
  }

  public FormKey getMoveKey() {
    return moveKey;
  }

  public FormKey getTransferKey() {
    return transferKey;
  }

  public boolean isFewer() {
    return fewer;
  }

  public void setFewer(boolean fewer) {
    this.fewer = fewer;
  }

  public boolean isWaive() {
    return waive;
  }

  public void setWaive(boolean waive) {
    this.waive = waive;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public void setEffectiveOn(LocalDate effectiveOn) {
    this.effectiveOn = effectiveOn;
  }

  public String getToNumber() {
    return toNumber;
  }

  public void setToNumber(String toNumber) {
    this.toNumber = toNumber;
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

  public Long getAmount() {
    return amount;
  }

  public void setAmount(Long amount) {
    this.amount = amount;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
