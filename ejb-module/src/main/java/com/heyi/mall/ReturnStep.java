package com.heyi.mall;

import static com.heyi.mall.ReturnStatus.APPROVED;
import static com.heyi.mall.ReturnStatus.INSPECTED;
import static com.heyi.mall.ReturnStatus.RECEIVED;
import static com.heyi.mall.ReturnStatus.REFUNDED;
import static com.heyi.mall.ReturnStatus.REFUSED;
import static com.heyi.mall.ReturnStatus.REQUESTED;
import static com.heyi.mall.ReturnStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way of goods that come back, whole.
 *
 * <pre>
 *  REQUEST       APPROVE       RECEIVE       INSPECT        REFUND
 *  ──▶ REQUESTED ──▶ APPROVED ──▶ RECEIVED ──▶ INSPECTED ──▶ REFUNDED
 *         │  REFUSE     │             └─ nothing accepted ─▶ REFUSED
 *         ├──▶ REFUSED  │
 *         └─ WITHDRAW ──┴──▶ WITHDRAWN
 * </pre>
 */
public enum ReturnStep {
  REQUEST(EnumSet.noneOf(ReturnStatus.class), REQUESTED),
  APPROVE(EnumSet.of(REQUESTED), APPROVED),
  REFUSE(EnumSet.of(REQUESTED), REFUSED),
  /** The customer keeps the goods. */
  WITHDRAW(EnumSet.of(REQUESTED, APPROVED), WITHDRAWN),
  RECEIVE(EnumSet.of(APPROVED), RECEIVED),
  /** Leads to REFUSED when nothing is accepted. */
  INSPECT(EnumSet.of(RECEIVED), INSPECTED),
  REFUND(EnumSet.of(INSPECTED), REFUNDED);

  private final Set<ReturnStatus> from;
  private final ReturnStatus to;

  ReturnStep(Set<ReturnStatus> from, ReturnStatus to) {
    this.from = from;
    this.to = to;
  }

  /** Where the step leads from this status, or empty when it is not possible there. */
  public Optional<ReturnStatus> leadsFrom(ReturnStatus status) {
    return from.contains(status) ? Optional.of(to) : Optional.empty();
  }

  /** The steps possible in this status, in the order of the process. */
  public static List<ReturnStep> possibleIn(ReturnStatus status) {
    return Arrays.stream(values()).filter(step -> step.from.contains(status)).toList();
  }
}
