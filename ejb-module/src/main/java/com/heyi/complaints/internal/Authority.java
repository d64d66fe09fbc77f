package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.AuthorityView;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.SetAuthority;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.persistence.PointsConverter;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;

/** What one level may give of one remedy. */
@Entity
@Audited
@Table(schema = "complaints", name = "authority")
public class Authority {
  @Id private String id;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AuthorityLevel level;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Remedy remedy;

  private boolean allowed;

  @Column(name = "money_most")
  @Convert(converter = CnyConverter.class)
  private Money moneyMost;

  @Column(name = "points_most")
  @Convert(converter = PointsConverter.class)
  private Points pointsMost;

  protected Authority() {}

  static String key(AuthorityLevel level, Remedy remedy) {
    return level + "/" + remedy;
  }

  /** Sets it anew. */
  void set(SetAuthority command) {
    SeenVersion.require(command.expectedVersion(), version);
    boolean given = command.moneyMost() != null && command.pointsMost() != null;
    boolean none = command.moneyMost() == null && command.pointsMost() == null;
    boolean bad =
        command.moneyMost() != null
            && (command.moneyMost().isNegative()
                || !command.moneyMost().currency().equals(Money.CNY));
    if (bad || (remedy.hasAmount() ? !given : !none)) {
      throw CommonError.invalid("moneyMost", ComplaintError.AUTHORITY_AMOUNT);
    }
    allowed = command.allowed();
    moneyMost = command.moneyMost();
    pointsMost = command.pointsMost();
  }

  /**
   * @throws HeyiException {@link ComplaintError#BEYOND_AUTHORITY}
   */
  void requireAllowed() {
    if (!allowed) {
      throw new HeyiException(ComplaintError.BEYOND_AUTHORITY, remedy, level);
    }
  }

  /**
   * Lets an amount pass that keeps within what this level may give in one case, so that splitting
   * it helps nobody.
   *
   * @param before what was given of this remedy in the case already and stands
   * @throws HeyiException {@link ComplaintError#BEYOND_AMOUNT}, {@link
   *     ComplaintError#BEYOND_AUTHORITY}
   */
  void require(Money before, Money wanted) {
    requireAllowed();
    if (before.plus(wanted).compareTo(moneyMost) > 0) {
      throw new HeyiException(
          ComplaintError.BEYOND_AMOUNT,
          level,
          moneyMost.amount(),
          before.amount(),
          wanted.amount());
    }
  }

  /** As {@link #require(Money, Money)}, for points. */
  void require(Points before, Points wanted) {
    requireAllowed();
    if (wanted.isMoreThan(pointsMost) || before.isMoreThan(pointsMost.minus(wanted))) {
      throw new HeyiException(
          ComplaintError.BEYOND_AMOUNT,
          level,
          pointsMost.amount(),
          before.amount(),
          wanted.amount());
    }
  }

  Money moneyMost() {
    return moneyMost;
  }

  AuthorityView view() {
    return new AuthorityView(level, remedy, allowed, moneyMost, pointsMost, version);
  }
}
