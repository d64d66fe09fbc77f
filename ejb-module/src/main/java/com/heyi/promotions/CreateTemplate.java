package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Defines a kind of coupon. Its terms never change.
 *
 * @param code by which people name it
 * @param name as customers read it
 * @param reduction what it takes off
 * @param amount percent (1 to 100) or points
 * @param mostOff points that it takes off at most, for percent; null is no bound
 * @param minimumSpend points that what it is good for must cost, before anything is taken off
 * @param validity its days
 * @param validFrom first day, for {@link Validity#DATED}
 * @param validUntil last day, for {@link Validity#DATED}
 * @param validDays days after that of issue, for {@link Validity#DAYS_AFTER_ISSUE}
 * @param branch where it is redeemed, or on channels without a branch the home branch of its
 *     customers; null for all
 * @param items codes of the items that it is good for; none for all, unless it names categories
 * @param categories codes of the categories whose items it is good for, also those in the
 *     categories below; none for all, unless it names items
 * @param perCustomer how many a customer may ever get, or null for any number
 * @param total how many there may be, or null for any number
 * @param exclusive whether no other coupon may go with it
 * @param stackGroup of one group one coupon applies to a cart
 * @param precedence 1 to 1000; the smaller is applied first
 * @param restoreDays how long a coupon lives that expired before it is given back; 0 forfeits it
 */
public record CreateTemplate(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]*") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull Reduction reduction,
    @Min(1) @Max(1_000_000_000) long amount,
    Points mostOff,
    @NotNull Points minimumSpend,
    @NotNull Validity validity,
    LocalDate validFrom,
    LocalDate validUntil,
    @Min(1) @Max(3660) Integer validDays,
    @Size(max = 20) String branch,
    @Size(max = 5000) List<@NotBlank @Size(max = 40) String> items,
    @Size(max = 200) List<@NotBlank @Size(max = 30) String> categories,
    @Min(1) Integer perCustomer,
    @Min(1) Long total,
    boolean exclusive,
    @NotBlank @Size(max = 40) String stackGroup,
    @Min(1) @Max(1000) int precedence,
    @Min(0) @Max(366) int restoreDays)
    implements Targeted {

  public CreateTemplate {
    items = items == null ? List.of() : items.stream().distinct().toList();
    categories = categories == null ? List.of() : categories.stream().distinct().toList();
    branch = branch == null || branch.isBlank() ? null : branch.strip();
  }

  @Override
  public String auditTarget() {
    return "coupon_template:" + code;
  }
}
