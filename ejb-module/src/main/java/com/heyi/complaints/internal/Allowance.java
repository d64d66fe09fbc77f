package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.DayKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How many days a rule gives for one kind of answer.
 *
 * @param kind the kind of answer
 * @param complexity for which cases
 * @param days how many, 1 or more
 * @param dayKind of which days
 * @param extraDays how many of them may be added once by an approved extension; 0 for none
 */
@Embeddable
record Allowance(
    @Enumerated(EnumType.STRING) ClockKind kind,
    @Enumerated(EnumType.STRING) Complexity complexity,
    int days,
    @Enumerated(EnumType.STRING) @Column(name = "day_kind") DayKind dayKind,
    @Column(name = "extra_days") int extraDays) {}
