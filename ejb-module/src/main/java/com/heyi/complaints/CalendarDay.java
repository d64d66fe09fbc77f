package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A day that differs from the week.
 *
 * @param day the day
 * @param worked true for a day of rest that is worked (调休), false for one that is free
 * @param name what for, such as 春节
 */
public record CalendarDay(
    @NotNull LocalDate day, boolean worked, @NotBlank @Size(max = 100) String name) {}
