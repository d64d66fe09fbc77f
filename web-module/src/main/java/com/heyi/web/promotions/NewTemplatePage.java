package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CreateTemplate;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.Validity;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Defines a kind of coupon. */
@PageAt(
    value = "/promotions/new-template.xhtml",
    facade = CouponFacade.class,
    needs = "createTemplate")
@Named
@ViewScoped
public class NewTemplatePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_PRECEDENCE = 100;
  private static final int USUAL_RESTORE_DAYS = 7;

  @Inject private CouponFacade coupons;
  private final FormKey key = new FormKey();
  private String code;
  private String name;
  private Reduction reduction;
  private Long amount;
  private Long mostOff;
  private Long minimumSpend;
  private Validity validity;
  private LocalDate validFrom;
  private LocalDate validUntil;
  private Integer validDays;
  private String branch;
  private String items;
  private String categories;
  private Integer perCustomer;
  private Long total;
  private boolean exclusive;
  private String stackGroup;
  private Integer precedence = USUAL_PRECEDENCE;
  private Integer restoreDays = USUAL_RESTORE_DAYS;

  public String create() {
    CreateTemplate command =
        new CreateTemplate(
            code,
            name,
            reduction,
            amount == null ? 0 : amount,
            points(mostOff),
            minimumSpend == null ? Points.ZERO : Points.of(minimumSpend),
            validity,
            validFrom,
            validUntil,
            validDays,
            branch,
            codes(items),
            codes(categories),
            perCustomer,
            total,
            exclusive,
            stackGroup == null || stackGroup.isBlank() ? code : stackGroup,
            precedence == null ? 0 : precedence,
            restoreDays == null ? 0 : restoreDays);
    return Commands.run(key, () -> coupons.createTemplate(command))
        .map(
            done ->
                Go.saying("page.coupon-template.created", done.code())
                    .to("/promotions/template", "id", done.id()))
        .orElse(Go.STAY);
  }

  private static Points points(Long amount) {
    return amount == null ? null : Points.of(amount);
  }

  /** Codes between commas, blanks or line ends. */
  private static List<String> codes(String typed) {
    return typed == null || typed.isBlank()
        ? List.of()
        : Arrays.stream(typed.strip().split("[,，\\s]+")).toList();
  }

  public Reduction[] getReductions() {
    return Reduction.values();
  }

  public Validity[] getValidities() {
    return Validity.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Reduction getReduction() {
    return reduction;
  }

  public void setReduction(Reduction reduction) {
    this.reduction = reduction;
  }

  public Long getAmount() {
    return amount;
  }

  public void setAmount(Long amount) {
    this.amount = amount;
  }

  public Long getMostOff() {
    return mostOff;
  }

  public void setMostOff(Long mostOff) {
    this.mostOff = mostOff;
  }

  public Long getMinimumSpend() {
    return minimumSpend;
  }

  public void setMinimumSpend(Long minimumSpend) {
    this.minimumSpend = minimumSpend;
  }

  public Validity getValidity() {
    return validity;
  }

  public void setValidity(Validity validity) {
    this.validity = validity;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public Integer getValidDays() {
    return validDays;
  }

  public void setValidDays(Integer validDays) {
    this.validDays = validDays;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
  }

  public String getItems() {
    return items;
  }

  public void setItems(String items) {
    this.items = items;
  }

  public String getCategories() {
    return categories;
  }

  public void setCategories(String categories) {
    this.categories = categories;
  }

  public Integer getPerCustomer() {
    return perCustomer;
  }

  public void setPerCustomer(Integer perCustomer) {
    this.perCustomer = perCustomer;
  }

  public Long getTotal() {
    return total;
  }

  public void setTotal(Long total) {
    this.total = total;
  }

  public boolean isExclusive() {
    return exclusive;
  }

  public void setExclusive(boolean exclusive) {
    this.exclusive = exclusive;
  }

  public String getStackGroup() {
    return stackGroup;
  }

  public void setStackGroup(String stackGroup) {
    this.stackGroup = stackGroup;
  }

  public Integer getPrecedence() {
    return precedence;
  }

  public void setPrecedence(Integer precedence) {
    this.precedence = precedence;
  }

  public Integer getRestoreDays() {
    return restoreDays;
  }

  public void setRestoreDays(Integer restoreDays) {
    this.restoreDays = restoreDays;
  }
}
