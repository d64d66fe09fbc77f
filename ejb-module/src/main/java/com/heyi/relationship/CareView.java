package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who looks after a customer.
 *
 * @param customerId the customer
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param manager account of his manager, or null while he has none
 * @param managerName the manager's name, or null
 * @param actingManager account of who sees to him today: the substitute while the manager is away
 * @param since from which day on the manager looks after him, or null
 * @param tier code of his tier today, or null while he was not placed
 * @param assets what he had in deposits at the last evaluation, or null while he was not placed
 * @param graceUntil last day on which he keeps a tier that he no longer reaches, or null
 * @param nextPercent how much of the tier above he has reached, 0 to 100, or null
 * @param openAlerts alerts about him that nobody has handled
 */
public record CareView(
    UUID customerId,
    String customerNumber,
    String customerName,
    String manager,
    String managerName,
    String actingManager,
    LocalDate since,
    String tier,
    Money assets,
    LocalDate graceUntil,
    Integer nextPercent,
    long openAlerts)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
