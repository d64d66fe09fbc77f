package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A kind of coupon.
 *
 * @param id the template
 * @param version version; a change must name it
 * @param code by which people name it
 * @param name as customers read it
 * @param status whether coupons of it are issued
 * @param reduction what it takes off
 * @param amount percent or points
 * @param mostOff points that it takes off at most, or null
 * @param minimumSpend points that what it is good for must cost
 * @param validity its days
 * @param validFrom first day, or null
 * @param validUntil last day, or null
 * @param validDays days after that of issue, or null
 * @param branch where it is redeemed, or on channels without a branch the home branch of its
 *     customers; null for all
 * @param items codes of the items that it is good for; none for all, and none in a list
 * @param categories codes of the categories whose items it is good for, also those in the
 *     categories below; none for all, and none in a list
 * @param limited whether it is good for some items only
 * @param perCustomer how many a customer may ever get, or null
 * @param total how many there may be, or null
 * @param exclusive whether no other coupon may go with it
 * @param stackGroup of one group one coupon applies to a cart
 * @param precedence the smaller is applied first
 * @param restoreDays how long a coupon lives that expired before it is given back; 0 forfeits it
 * @param createdAt when it was defined
 * @param createdBy who defined it
 */
public record TemplateView(
    UUID id,
    long version,
    String code,
    String name,
    TemplateStatus status,
    Reduction reduction,
    long amount,
    Points mostOff,
    Points minimumSpend,
    Validity validity,
    LocalDate validFrom,
    LocalDate validUntil,
    Integer validDays,
    String branch,
    List<String> items,
    List<String> categories,
    boolean limited,
    Integer perCustomer,
    Long total,
    boolean exclusive,
    String stackGroup,
    int precedence,
    int restoreDays,
    Instant createdAt,
    String createdBy)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "coupon_template:" + id;
  }
}
