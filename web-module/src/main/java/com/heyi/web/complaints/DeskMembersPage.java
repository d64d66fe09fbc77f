package com.heyi.web.complaints;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.AuthorityView;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.DeskMemberView;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.SetAuthority;
import com.heyi.complaints.SetDeskMember;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Who works at the complaints desk, and what each level may give. */
@PageAt(value = "/complaints/members.xhtml", facade = DeskFacade.class, needs = "members")
@Named
@ViewScoped
public class DeskMembersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient DeskFacade desk;

  private final FormKey key = new FormKey();
  private transient List<DeskMemberView> members;
  private transient List<AuthorityView> authorities;
  private String account;
  private String name;
  private AuthorityLevel level = AuthorityLevel.BRANCH;
  private String branch;
  private String skills;
  private String languages = "zh";
  private Integer capacity = 30;
  private LocalDate absentFrom;
  private LocalDate absentUntil;
  private String substitute;
  private boolean active = true;
  private Long expectedVersion;
  private AuthorityLevel authorityLevel;
  private Remedy remedy;
  private boolean allowed = true;
  private BigDecimal moneyMost;
  private Long pointsMost;
  private String reason;

  /** Whether the caller's role may change anything here. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<DeskMemberView> getMembers() {
    if (members == null) {
      members = desk.members();
    }
    return members;
  }

  public List<AuthorityView> getAuthorities() {
    if (authorities == null) {
      authorities = desk.authorities();
    }
    return authorities;
  }

  /** Takes a member into the form. */
  public void edit(DeskMemberView member) {
    account = member.account();
    name = member.name();
    level = member.level();
    branch = member.branch();
    skills = String.join(",", member.skills());
    languages = String.join(",", member.languages());
    capacity = member.capacity();
    absentFrom = member.absentFrom();
    absentUntil = member.absentUntil();
    substitute = member.substitute();
    active = member.active();
    expectedVersion = (long) member.version();
  }

  /** Saves the member of the form. */
  public String save() {
    SetDeskMember command =
        new SetDeskMember(
            account,
            name,
            level,
            branch,
            parts(skills),
            parts(languages),
            capacity == null ? 0 : capacity,
            absentFrom,
            absentUntil,
            substitute,
            active,
            expectedVersion);
    return Commands.run(key, () -> desk.setMember(command))
        .map(done -> Go.saying("page.desk.saved", done.name()).to("/complaints/members"))
        .orElse(Go.STAY);
  }

  /** Sets the authority of the form. */
  public String set() {
    int version =
        getAuthorities().stream()
            .filter(one -> one.level() == authorityLevel && one.remedy() == remedy)
            .map(AuthorityView::version)
            .findFirst()
            .orElse(0);
    SetAuthority command =
        new SetAuthority(
            authorityLevel,
            remedy,
            version,
            allowed,
            moneyMost == null ? null : new Money(moneyMost, Money.CNY),
            pointsMost == null ? null : Points.of(pointsMost),
            reason);
    return Commands.run(key, () -> desk.setAuthority(command))
        .map(done -> Go.saying("page.desk.authority.saved").to("/complaints/members"))
        .orElse(Go.STAY);
  }

  private static List<String> parts(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[,，]"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  public AuthorityLevel[] getLevels() {
    return AuthorityLevel.values();
  }

  public Remedy[] getRemedies() {
    return Remedy.values();
  }

  public FormKey getKey() {
    return key;
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

  public AuthorityLevel getLevel() {
    return level;
  }

  public void setLevel(AuthorityLevel level) {
    this.level = level;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
  }

  public String getSkills() {
    return skills;
  }

  public void setSkills(String skills) {
    this.skills = skills;
  }

  public String getLanguages() {
    return languages;
  }

  public void setLanguages(String languages) {
    this.languages = languages;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
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

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public AuthorityLevel getAuthorityLevel() {
    return authorityLevel;
  }

  public void setAuthorityLevel(AuthorityLevel authorityLevel) {
    this.authorityLevel = authorityLevel;
  }

  public Remedy getRemedy() {
    return remedy;
  }

  public void setRemedy(Remedy remedy) {
    this.remedy = remedy;
  }

  public boolean isAllowed() {
    return allowed;
  }

  public void setAllowed(boolean allowed) {
    this.allowed = allowed;
  }

  public BigDecimal getMoneyMost() {
    return moneyMost;
  }

  public void setMoneyMost(BigDecimal moneyMost) {
    this.moneyMost = moneyMost;
  }

  public Long getPointsMost() {
    return pointsMost;
  }

  public void setPointsMost(Long pointsMost) {
    this.pointsMost = pointsMost;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
