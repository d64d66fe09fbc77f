package com.heyi.winddown;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What an app handed over, summed on its own side. Each must be said, 0 too: what was forgotten is
 * not the same as nothing.
 *
 * @param points of all lots and open orders
 * @param money of all stored values and open orders, in CNY
 * @param customers how many of the app's ids hold something, at least 0
 * @param orders open orders, at least 0
 * @param coupons coupons, at least 0
 */
public record ControlTotals(
    @NotNull Points points,
    @NotNull Money money,
    @NotNull @Min(0) Long customers,
    @NotNull @Min(0) Long orders,
    @NotNull @Min(0) Long coupons) {}
