package com.heyi.accounts;

import static com.heyi.accounts.AccountsWorld.HEAD_OFFICE;
import static com.heyi.accounts.AccountsWorld.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.history.Revisions;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomersHaveAHistoryTest {
  private final AccountsWorld world = new AccountsWorld();

  @Test
  void aRegistrationIsNotedFieldByFieldAndNobodyCanReadWhoItIs() {
    RegisterCustomer person = somebody();
    AtomicReference<CustomerView> known = new AtomicReference<>();
    List<Change> changes =
        Noted.during(
            "customer.register",
            null,
            () -> known.set(world.as(HEAD_OFFICE, tools -> tools.customers().register(person))));

    String id = known.get().id().toString();
    String residentId = person.residentId();
    assertThat(changes)
        .contains(
            new Change("customer", id, "name", null, "李***"),
            new Change("customer", id, "residentId", null, "***" + residentId.substring(14)),
            new Change("customer", id, "phone", null, "***5678"),
            new Change("customer", id, "birthDate", null, "***"),
            new Change("customer", id, "gender", null, "***"),
            new Change("customer", id, "homeBranch", null, "B0101"))
        .extracting(Change::field)
        .doesNotContain("id", "version", "apps");
    assertThat(changes.toString()).doesNotContain(residentId, "李雷", "13812345678", "1990-03-07");
  }

  @Test
  void theHistoryHoldsTheFullValuesAndTheRevisionSaysWhoAndWhy() {
    RegisterCustomer person = somebody();
    AtomicReference<CustomerView> known = new AtomicReference<>();
    Noted.during(
        "customer.register",
        "took over a branch",
        () -> known.set(world.as(HEAD_OFFICE, tools -> tools.customers().register(person))));

    assertThat(
            rows(
                "select h.resident_id, h.revision_kind, r.who, r.request_id, r.action, r.reason"
                    + " from accounts.customer_history h join audit.revision r on r.id = h.revision"
                    + " where h.id = ?",
                known.get().id()))
        .containsExactly(
            List.of(
                person.residentId(), 0, "wang", "test", "customer.register", "took over a branch"));
  }

  /** Hardly anything is ever deleted, and what is (a function that an app drops) is all key. */
  @Test
  void whatIsDeletedKeepsItsLastValues() {
    assertThat(TestDatabase.get().entityManagers().getProperties())
        .containsEntry("org.hibernate.envers.store_data_at_delete", "true");
  }

  @Test
  void aNewAccountAndANewIdentityAreNotedWithoutTheirNumbers() {
    CustomerView customer = world.as(HEAD_OFFICE, tools -> tools.customers().register(somebody()));
    AtomicReference<AccountView> account = new AtomicReference<>();
    List<Change> changes =
        Noted.during(
            "account.open",
            null,
            () ->
                account.set(
                    world.as(
                        HEAD_OFFICE,
                        tools -> {
                          tools
                              .customers()
                              .linkIdentity(
                                  new LinkIdentity(customer.id(), 0, "MALL", "mall-13900001111"));
                          return tools
                              .accounts()
                              .open(new OpenAccount(customer.id(), 1, AccountType.I, "B0101"));
                        })));

    assertThat(changes)
        .extracting(Change::thing, Change::id, Change::field)
        .contains(
            org.assertj.core.groups.Tuple.tuple("identity", "MALL/***1111", "customerId"),
            org.assertj.core.groups.Tuple.tuple(
                "account", account.get().id().toString(), "status"));
    assertThat(changes.toString())
        .doesNotContain("13900001111")
        .doesNotContain(account.get().number());
  }

  @Test
  void theNumberOfTheRevisionIsKnownBeforeTheTransactionEnds() {
    AtomicReference<Long> number = new AtomicReference<>();
    AtomicReference<CustomerView> known = new AtomicReference<>();
    Noted.during(
        "customer.register",
        null,
        () ->
            known.set(
                world.as(
                    HEAD_OFFICE,
                    tools -> {
                      CustomerView customer = tools.customers().register(somebody());
                      tools.em().flush();
                      assertThat(ChangeLog.revised()).isTrue();
                      number.set(Revisions.current(tools.em()));
                      return customer;
                    })));

    assertThat(
            rows("select revision from accounts.customer_history where id = ?", known.get().id()))
        .containsExactly(List.of(number.get()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update accounts.customer_history set name = 'x'",
        "delete from accounts.customer_history",
        "truncate accounts.customer_history",
        "delete from accounts.account_history",
        "delete from accounts.identity_history",
        "delete from accounts.app_history",
        "delete from mall.item_history",
        "delete from complaints.complaint_history",
        "delete from complaints.clock_history",
        "update audit.revision set who = 'somebody else'"
      })
  void notEvenTheOwnerRewritesHistory(String sql) throws SQLException {
    try (Connection owner = TestDatabase.get().owner().getConnection()) {
      assertThatThrownBy(() -> owner.createStatement().execute(sql))
          .hasMessageContaining("are immutable");
    }
  }

  private static List<List<Object>> rows(String sql, Object key) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.unwrap(org.hibernate.Session.class)
                    .doReturningWork(
                        connection -> {
                          try (var statement = connection.prepareStatement(sql)) {
                            statement.setObject(1, key);
                            var found = new java.util.ArrayList<List<Object>>();
                            var rows = statement.executeQuery();
                            while (rows.next()) {
                              var row = new java.util.ArrayList<Object>();
                              for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                row.add(rows.getObject(i));
                              }
                              found.add(row);
                            }
                            return found;
                          }
                        }));
  }
}
