package com.heyi.web.relationship;

import com.heyi.relationship.HandOver;
import com.heyi.relationship.ManagerView;
import com.heyi.relationship.ManagersFacade;
import com.heyi.relationship.SetManager;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The relationship managers, who is away, and handing customers over. */
@PageAt(value = "/relationship/managers.xhtml", facade = ManagersFacade.class, needs = "managers")
@Named
@ViewScoped
public class ManagersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ManagersFacade managers;

  private final FormKey key = new FormKey();
  private final FormKey handKey = new FormKey();
  private transient List<ManagerView> all;
  private String account;
  private Long version;
  private String name;
  private boolean active = true;
  private LocalDate absentFrom;
  private LocalDate absentUntil;
  private String substitute;
  private String from;
  private String to;
  private String numbers;
  private String reason;

  /** Reads the managers; when the address names one, the form begins with what is known of him. */
  public void load() {
    all = managers.managers();
    all.stream()
        .filter(manager -> manager.account().equals(account))
        .findFirst()
        .ifPresent(
            manager -> {
              version = manager.version();
              name = manager.name();
              active = manager.active();
              absentFrom = manager.absentFrom();
              absentUntil = manager.absentUntil();
              substitute = manager.substitute();
            });
  }

  /** Sets the manager of the form. */
  public String set() {
    SetManager command =
        new SetManager(account, version, name, active, absentFrom, absentUntil, substitute);
    return Commands.run(key, () -> managers.set(command))
        .map(done -> Go.saying("page.managers.saved", done.name()).to("/relationship/managers"))
        .orElse(Go.STAY);
  }

  /** Hands over whom the form names. */
  public String handOver() {
    HandOver command = new HandOver(from, to, named(), reason);
    return Commands.run(handKey, () -> managers.handOver(command))
        .map(
            done ->
                Go.saying("page.managers.handed-over", done.customers(), done.to())
                    .to("/relationship/managers"))
        .orElse(Go.STAY);
  }

  private List<String> named() {
    return numbers == null || numbers.isBlank()
        ? List.of()
        : Arrays.stream(numbers.strip().split("[\\s,，;；]+")).toList();
  }

  /** Whether the caller's role may change anything here. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** The managers to choose from. */
  public List<SelectItem> getChoices() {
    return getAll().stream()
        .map(manager -> new SelectItem(manager.account(), manager.name()))
        .toList();
  }

  public List<ManagerView> getAll() {
    if (all == null) {
      all = managers.managers();
    }
    return all;
  }

  public FormKey getKey() {
    return key;
  }

  public FormKey getHandKey() {
    return handKey;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public LocalDate getAbsentFrom() {
    return absentFrom;
  }

  public void setAbsentFrom(LocalDate absentFrom) {
    this.absentFrom = absentFrom;
  }

  public LocalDate getAbsentUntil() {
    return absentUntil;
  }

  public void setAbsentUntil(LocalDate absentUntil) {
    this.absentUntil = absentUntil;
  }

  public String getSubstitute() {
    return substitute;
  }

  public void setSubstitute(String substitute) {
    this.substitute = substitute;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getNumbers() {
    return numbers;
  }

  public void setNumbers(String numbers) {
    this.numbers = numbers;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
