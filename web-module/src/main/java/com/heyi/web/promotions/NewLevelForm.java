package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.CreateLevel;
import com.heyi.promotions.FeeRefund;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** The form that defines a level of membership, on the page of benefits. */
@Named("newLevel")
@ViewScoped
public class NewLevelForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private BenefitFacade benefits;
  private final FormKey key = new FormKey();
  private String code;
  private String name;
  private Integer rank;
  private Long fee;
  private BigDecimal cash;
  private Integer months = 12;
  private FeeRefund refund;

  public String create() {
    CreateLevel command =
        new CreateLevel(
            code,
            name,
            rank == null ? 0 : rank,
            fee == null ? null : Points.of(fee),
            cash == null ? null : new Money(cash, Money.CNY),
            months == null ? 0 : months,
            refund);
    return Commands.run(key, () -> benefits.createLevel(command))
        .map(done -> Go.saying("page.level.created", done.code()).to("/promotions/benefits"))
        .orElse(Go.STAY);
  }

  public FeeRefund[] getRefunds() {
    return FeeRefund.values();
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

  public Integer getRank() {
    return rank;
  }

  public void setRank(Integer rank) {
    this.rank = rank;
  }

  public Long getFee() {
    return fee;
  }

  public void setFee(Long fee) {
    this.fee = fee;
  }

  public BigDecimal getCash() {
    return cash;
  }

  public void setCash(BigDecimal cash) {
    this.cash = cash;
  }

  public Integer getMonths() {
    return months;
  }

  public void setMonths(Integer months) {
    this.months = months;
  }

  public FeeRefund getRefund() {
    return refund;
  }

  public void setRefund(FeeRefund refund) {
    this.refund = refund;
  }
}
