package com.heyi.web.winddown;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.ListFile;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.winddown.CallOffClosing;
import com.heyi.winddown.CloseApp;
import com.heyi.winddown.ControlTotals;
import com.heyi.winddown.FreezeApp;
import com.heyi.winddown.MigrateApp;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.PlanView;
import com.heyi.winddown.ProofView;
import com.heyi.winddown.SettleRefunds;
import com.heyi.winddown.WindDownFacade;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.concurrent.Callable;

/** The end of one app: its days, impact and progress, what is left, the next step, the proofs. */
@PageAt(value = "/winddown/plan.xhtml", facade = WindDownFacade.class, needs = "view")
@Named
@ViewScoped
public class ClosingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The plan's id stands in the address like a filter, so that it outlives sorting. */
  private static final String ID = "id";

  @Inject private WindDownFacade closings;
  @Inject private ProofFiles files;

  private final FormKey key = new FormKey();
  private String id;
  private transient PlanView plan;
  private long version;
  private LazyList<ProofView> list;
  private String reason;
  private String reference;
  private Long controlPoints;
  private BigDecimal controlMoney;
  private Long controlCustomers;
  private Long controlOrders;
  private Long controlCoupons;

  /** Reads the plan that the address names. */
  public void load() {
    plan = closings.view(Param.id(id));
    version = plan.version();
    list = LazyList.of(this::page, ID, "customer");
  }

  /** Looks how far the batch has come. */
  public void refresh() {
    plan = closings.view(Param.id(id));
    version = plan.version();
  }

  private Page<ProofView> page(PageRequest request) {
    return closings.proofs(Param.id(id), request.without(ID));
  }

  public String freeze() {
    FreezeApp command = new FreezeApp(Param.id(id), version, reason);
    return step("page.closing.done.frozen", () -> closings.freeze(command));
  }

  public String migrate() {
    ControlTotals control =
        isBeginning()
            ? new ControlTotals(
                Points.of(controlPoints),
                new Money(controlMoney, Money.CNY),
                controlCustomers,
                controlOrders,
                controlCoupons)
            : null;
    MigrateApp command = new MigrateApp(Param.id(id), version, reason, control);
    return step("page.closing.done.migrating", () -> closings.migrate(command));
  }

  public String settle() {
    SettleRefunds command = new SettleRefunds(Param.id(id), version, reference, reason);
    return step("page.closing.done.settled", () -> closings.settleRefunds(command));
  }

  public String close() {
    CloseApp command = new CloseApp(Param.id(id), version, reason);
    return step("page.closing.done.closed", () -> closings.close(command));
  }

  public String callOff() {
    CallOffClosing command = new CallOffClosing(Param.id(id), version, reason);
    return step("page.closing.done.called-off", () -> closings.callOff(command));
  }

  private String step(String said, Callable<PlanView> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying(said, done.row().app()).again(ID, id))
        .orElse(Go.STAY);
  }

  public void exportXlsx() {
    export(FileFormat.XLSX);
  }

  public void exportCsv() {
    export(FileFormat.CSV);
  }

  private void export(FileFormat format) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try (ListFile<ProofView> file =
        files.made(Param.id(id), format, CallContext.current().locale())) {
      file.send(faces);
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the batch is at work, so that the page looks again by itself. */
  public boolean isRunning() {
    return getPlan().run() != null && getPlan().run().status().isActive();
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN) && getPlan().row().status().isOpen();
  }

  public boolean isMayFreeze() {
    return isChangeable() && is(PlanStatus.ANNOUNCED);
  }

  public boolean isMayMigrate() {
    return isChangeable()
        && !isRunning()
        && (is(PlanStatus.FROZEN)
            || is(PlanStatus.MIGRATING) && getPlan().progress().customersLeft() > 0);
  }

  /** Whether the migration has not begun, so that its control totals are asked for. */
  public boolean isBeginning() {
    return is(PlanStatus.FROZEN);
  }

  public boolean isMaySettle() {
    return isChangeable() && getPlan().progress().refundsDue() > 0;
  }

  public boolean isMayClose() {
    return isChangeable() && is(PlanStatus.MIGRATING) && !isRunning();
  }

  public boolean isMayCallOff() {
    return isChangeable() && (is(PlanStatus.ANNOUNCED) || is(PlanStatus.FROZEN));
  }

  private boolean is(PlanStatus status) {
    return getPlan().row().status() == status;
  }

  public PlanView getPlan() {
    if (plan == null) {
      plan = closings.view(Param.id(id));
    }
    return plan;
  }

  public LazyList<ProofView> getList() {
    return list;
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public Long getControlPoints() {
    return controlPoints;
  }

  public void setControlPoints(Long controlPoints) {
    this.controlPoints = controlPoints;
  }

  public BigDecimal getControlMoney() {
    return controlMoney;
  }

  public void setControlMoney(BigDecimal controlMoney) {
    this.controlMoney = controlMoney;
  }

  public Long getControlCustomers() {
    return controlCustomers;
  }

  public void setControlCustomers(Long controlCustomers) {
    this.controlCustomers = controlCustomers;
  }

  public Long getControlOrders() {
    return controlOrders;
  }

  public void setControlOrders(Long controlOrders) {
    this.controlOrders = controlOrders;
  }

  public Long getControlCoupons() {
    return controlCoupons;
  }

  public void setControlCoupons(Long controlCoupons) {
    this.controlCoupons = controlCoupons;
  }
}
