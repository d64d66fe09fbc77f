package com.heyi.relationship;

import static com.heyi.relationship.Clientele.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.deposits.MovementKind;
import com.heyi.shared.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two records turn out to be one customer, who has one manager and alerts of his own. */
class CareOfMergedRecordsTest {
  private final Clientele bank = new Clientele();
  private final String zhang = bank.manager("张经理");
  private final String li = bank.manager("李经理");
  private final UUID record = bank.customer();
  private final UUID customer = bank.customer();

  @Test
  void whatACustomerMovesBetweenHisTwoRecordsNeitherComesNorGoes() {
    UUID from = bank.account(record);
    UUID to = bank.account(customer);
    bank.pay(from, MovementKind.CASH_IN, "199999.99");
    bank.merge(record, customer);
    bank.transfer(from, to, "150000.00");
    bank.look();

    assertThat(alerts(customer)).isEmpty();
  }

  @Test
  void whatMovedOnTheDayBeforeTheyWereOneNoLongerCountsWhenHisDayIsLookedAtAgain() {
    UUID from = bank.account(record);
    UUID to = bank.account(customer);
    bank.pay(from, MovementKind.CASH_IN, "150000.00");
    bank.transfer(from, to, "150000.00");
    bank.merge(record, customer);
    bank.pay(to, MovementKind.CASH_IN, "1.00");
    bank.look();

    // Came: 150,000.00 and 1.00, not the 150,000.00 once more; went: nothing.
    assertThat(alerts(customer)).isEmpty();
  }

  @Test
  void whatGoesToSomebodyElseIsToldThoughItWasBookedOnTheOtherRecord() {
    UUID from = bank.account(record);
    bank.pay(from, MovementKind.CASH_IN, "150000.00");
    bank.merge(record, customer);
    bank.transfer(from, bank.account(bank.customer()), "100000.00");
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .extracting(AlertView::direction)
        .isEqualTo(FlowDirection.OUT);
  }

  @Test
  void theManagerOfTheRecordLooksAfterTheCustomerWhenNobodyDid() {
    handOver(zhang, record);
    bank.todayIs(DAY.plusDays(1));

    bank.merge(record, customer);

    CareView care = of(customer);
    assertThat(care.manager()).isEqualTo(zhang);
    assertThat(care.since()).isEqualTo(DAY.plusDays(1));
    assertThat(of(record).customerId()).isEqualTo(customer);
    assertThat(history(customer)).extracting(HandOverView::reason).contains("同一人", "岗位调整");
    assertThat(customersOf(zhang)).containsExactly(customer);
  }

  @Test
  void whoLooksAfterTheCustomerStaysAndTakesWhatWaitedAboutTheRecord() {
    handOver(zhang, record);
    handOver(li, customer);
    bank.pay(bank.account(record), MovementKind.CASH_IN, "200000.00");
    bank.look();

    bank.merge(record, customer);

    assertThat(of(customer).manager()).isEqualTo(li);
    assertThat(of(customer).openAlerts()).isEqualTo(1);
    assertThat(customersOf(zhang)).isEmpty();
    assertThat(alerts(customer)).singleElement().extracting(AlertView::manager).isEqualTo(li);
    List<FollowUpView> followUps = bank.as(tools -> tools.followUps().openOf(customer));
    assertThat(followUps).singleElement().extracting(FollowUpView::manager).isEqualTo(li);
  }

  @Test
  void theManagerWhoComesWithARecordTakesWhatWaitedAboutAnyOther() {
    UUID earlier = bank.customer();
    bank.pay(bank.account(earlier), MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.merge(earlier, customer);
    assertThat(alerts(customer)).singleElement().extracting(AlertView::manager).isNull();
    handOver(zhang, record);

    bank.merge(record, customer);

    assertThat(alerts(customer)).singleElement().extracting(AlertView::manager).isEqualTo(zhang);
    List<FollowUpView> followUps = bank.as(tools -> tools.followUps().openOf(customer));
    assertThat(followUps).singleElement().extracting(FollowUpView::manager).isEqualTo(zhang);
  }

  @Test
  void theNumberOfTheRecordFindsWhatThereIsAboutTheCustomer() {
    handOver(zhang, customer);
    bank.pay(bank.account(record), MovementKind.CASH_IN, "200000.00");
    bank.pay(bank.account(customer), MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.merge(record, customer);

    assertThat(alerts(record)).hasSize(2);
    List<AlertView> open = bank.as(tools -> tools.alerts().openOf(record));
    assertThat(open).hasSize(2);
    Map<String, String> his = Map.of("customer", bank.number(record));
    List<CareView> care = bank.as(tools -> tools.managers().customers(filtered(his))).items();
    assertThat(care).extracting(CareView::customerId).containsExactly(customer);
  }

  @Test
  void listsAndViewsShowWhoTheRecordHasTurnedOutToBeAndTheRecordAgainWhenTheyAreParted() {
    UUID other = bank.customer();
    handOver(zhang, record, customer, other);
    for (UUID one : List.of(record, customer, other)) {
      bank.pay(bank.account(one), MovementKind.CASH_IN, "200000.00");
    }
    bank.look();

    bank.merge(record, customer);

    assertThat(shown()).containsExactlyInAnyOrder(customer, customer, other);
    String number = bank.number(customer);
    assertThat(alerts(record))
        .allSatisfy(
            alert -> {
              assertThat(alert.customerNumber()).isEqualTo(number);
              AlertView viewed = bank.as(tools -> tools.alerts().view(alert.id()));
              assertThat(viewed).isEqualTo(alert);
            });
    assertThat(followUps())
        .filteredOn(one -> one.customerId().equals(customer))
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.customerNumber()).isEqualTo(number);
              FollowUpView viewed = bank.as(tools -> tools.followUps().view(one.id()));
              assertThat(viewed).isEqualTo(one);
            });
    bank.part(record);
    assertThat(shown()).containsExactlyInAnyOrder(record, customer, other);
  }

  @Test
  void aHandOverTakesWhatWaitsAboutAnyOfHisRecords() {
    handOver(zhang, customer);
    bank.pay(bank.account(record), MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.merge(record, customer);

    bank.as(tools -> tools.managers().handOver(new HandOver(zhang, li, List.of(), "岗位调整")));

    assertThat(alerts(record)).singleElement().extracting(AlertView::manager).isEqualTo(li);
  }

  @Test
  void theRecordHasItsManagerBackWhenTheTwoAreParted() {
    handOver(zhang, record);
    bank.pay(bank.account(record), MovementKind.CASH_IN, "200000.00");
    bank.look();
    handOver(li, customer);
    bank.merge(record, customer);
    bank.todayIs(DAY.plusDays(1));

    bank.part(record);

    assertThat(of(record).manager()).isEqualTo(zhang);
    assertThat(of(customer).manager()).isEqualTo(li);
    assertThat(alerts(record)).singleElement().extracting(AlertView::manager).isEqualTo(zhang);
    assertThat(history(record)).extracting(HandOverView::reason).containsExactly("并非同一人", "岗位调整");
  }

  @Test
  void aRecordThatNobodyLookedAfterIsNobodysAgain() {
    handOver(li, customer);
    bank.pay(bank.account(record), MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.merge(record, customer);
    assertThat(alerts(record)).singleElement().extracting(AlertView::manager).isEqualTo(li);

    bank.part(record);

    assertThat(of(record).manager()).isNull();
    assertThat(alerts(record)).singleElement().extracting(AlertView::manager).isNull();
  }

  private CareView of(UUID id) {
    return bank.as(tools -> tools.managers().of(id));
  }

  private List<HandOverView> history(UUID id) {
    return bank.as(tools -> tools.managers().history(id));
  }

  private List<UUID> customersOf(String manager) {
    return bank
        .as(tools -> tools.managers().customers(filtered(Map.of("manager", manager))))
        .items()
        .stream()
        .map(CareView::customerId)
        .toList();
  }

  private List<AlertView> alerts(UUID id) {
    Map<String, String> his = Map.of("customer", bank.number(id));
    return bank.as(tools -> tools.alerts().list(filtered(his))).items();
  }

  /** Whom the manager's alerts are about; his follow-ups are about the same. */
  private List<UUID> shown() {
    Map<String, String> his = Map.of("manager", zhang);
    List<AlertView> alerts = bank.as(tools -> tools.alerts().list(filtered(his))).items();
    List<UUID> shown = alerts.stream().map(AlertView::customerId).toList();
    assertThat(followUps())
        .extracting(FollowUpView::customerId)
        .containsExactlyInAnyOrderElementsOf(shown);
    return shown;
  }

  private List<FollowUpView> followUps() {
    Map<String, String> his = Map.of("manager", zhang);
    return bank.as(tools -> tools.followUps().list(filtered(his))).items();
  }

  private void handOver(String to, UUID... ids) {
    List<String> numbers = Stream.of(ids).map(bank::number).toList();
    bank.as(tools -> tools.managers().handOver(new HandOver(null, to, numbers, "岗位调整")));
  }

  private static PageRequest filtered(Map<String, String> filters) {
    return PageRequest.after(null, 50, null, filters);
  }
}
