package com.heyi.web.relationship;

import com.heyi.relationship.TierDemand;
import com.heyi.relationship.TierRule;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.io.Serializable;
import java.math.BigDecimal;

/** One tier in the form of the rules. */
public class TierForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String code;
  private String nameZhCn;
  private String nameZhTw;
  private String nameEn;
  private TierDemand demands = TierDemand.ANY;
  private BigDecimal assets;
  private Long activity;
  private Long points;

  /** An empty line for a further tier. */
  TierForm() {}

  TierForm(TierRule tier) {
    code = tier.code();
    nameZhCn = tier.nameZhCn();
    nameZhTw = tier.nameZhTw();
    nameEn = tier.nameEn();
    demands = tier.demands();
    assets = tier.assets() == null ? null : tier.assets().amount();
    activity = tier.activity();
    points = tier.points() == null ? null : tier.points().amount();
  }

  /** Whether the line was left empty, and so is no tier. */
  boolean isEmpty() {
    return code == null || code.isBlank();
  }

  TierRule rule(int rank) {
    return new TierRule(
        code.strip(),
        rank,
        nameZhCn,
        nameZhTw,
        nameEn,
        demands,
        assets == null ? null : new Money(assets, Money.CNY),
        activity,
        points == null ? null : Points.of(points));
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameZhCn() {
    return nameZhCn;
  }

  public void setNameZhCn(String nameZhCn) {
    this.nameZhCn = nameZhCn;
  }

  public String getNameZhTw() {
    return nameZhTw;
  }

  public void setNameZhTw(String nameZhTw) {
    this.nameZhTw = nameZhTw;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public TierDemand getDemands() {
    return demands;
  }

  public void setDemands(TierDemand demands) {
    this.demands = demands;
  }

  public BigDecimal getAssets() {
    return assets;
  }

  public void setAssets(BigDecimal assets) {
    this.assets = assets;
  }

  public Long getActivity() {
    return activity;
  }

  public void setActivity(Long activity) {
    this.activity = activity;
  }

  public Long getPoints() {
    return points;
  }

  public void setPoints(Long points) {
    this.points = points;
  }
}
