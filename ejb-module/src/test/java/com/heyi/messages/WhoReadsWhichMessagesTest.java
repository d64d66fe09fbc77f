package com.heyi.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.RegisterDirectory;
import com.heyi.messages.internal.Messages;
import com.heyi.messages.internal.Preferences;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoReadsWhichMessagesTest {
  private final UUID customer = Ids.next();
  private final UUID complaints = queued("complaint.closed", "complaint:" + Ids.next());
  private final UUID familys = queued("family.PAYMENT_DECLINED", "household:" + Ids.next());
  private final UUID nobodys = queued("complaint.closed", null);

  @Test
  void aComplaintHandlerReadsWhatIsAboutComplaintsAndNothingElse() {
    assertThat(listed(Role.COMPLAINT_HANDLER)).containsExactly(complaints);
    assertThat(this.<MessageView>as(Role.COMPLAINT_HANDLER, facade -> facade.view(complaints)))
        .isNotNull();
    for (UUID other : List.of(familys, nobodys)) {
      assertThatThrownBy(() -> as(Role.COMPLAINT_HANDLER, facade -> facade.view(other)))
          .isInstanceOf(HeyiException.class)
          .hasMessage(CommonError.NOT_FOUND.code());
      assertThatThrownBy(
              () ->
                  as(Role.COMPLAINT_HANDLER, facade -> facade.resend(new ResendMessage(other, 0))))
          .hasMessage(CommonError.NOT_FOUND.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HEAD_OFFICE_ADMIN", "OPERATOR", "AUDITOR"})
  void theOthersReadAll(Role role) {
    assertThat(listed(role)).containsExactlyInAnyOrder(complaints, familys, nobodys);
  }

  @Test
  void aTotalGoesUpToTheMostThatIsCountedAndOne() {
    PageRequest his = PageRequest.at(0, 50, null, Map.of("customer", customer.toString()));

    assertThat(total(2, his)).isEqualTo(3);
    assertThat(total(1, his)).isEqualTo(2);
  }

  private Long total(int mostCounted, PageRequest wanted) {
    return as(Role.OPERATOR, mostCounted, facade -> facade.list(wanted).total());
  }

  @Test
  void whatWasSentToAMergedRecordIsReadWithTheCustomerWhicheverIsAskedFor() {
    UUID record = customer;
    UUID survivor = Ids.next();
    registered(survivor, null);
    registered(record, survivor);

    for (UUID asked : List.of(survivor, record)) {
      assertThat(listed(Role.OPERATOR, asked.toString()))
          .containsExactlyInAnyOrder(complaints, familys, nobodys);
    }
    assertThatThrownBy(() -> listed(Role.OPERATOR, "12"))
        .isInstanceOf(HeyiException.class)
        .hasMessage("paging.filter-value");
  }

  private static void registered(UUID id, UUID mergedInto) {
    TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery(
                        "insert into accounts.customer (id, version, number, name, identity_status,"
                            + " registered_at, merged_into) values (:id, 0, :number, '王小明',"
                            + " 'UNVERIFIED', now(), cast(:into as uuid))")
                    .setParameter("id", id)
                    .setParameter("number", "C" + id.toString().substring(28))
                    .setParameter("into", mergedInto == null ? null : mergedInto.toString())
                    .executeUpdate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "view", "inbox", "preference"})
  void whoReadsThemIsSeenWithTheCustomersHeWasShown(String method) throws Exception {
    Class<?> argument = method.equals("list") ? PageRequest.class : UUID.class;
    Query query = MessagesFacade.class.getMethod(method, argument).getAnnotation(Query.class);
    assertThat(query.personalData()).isTrue();
  }

  private List<UUID> listed(Role role) {
    return listed(role, customer.toString());
  }

  private List<UUID> listed(Role role, String asked) {
    return as(
        role,
        facade ->
            facade.list(PageRequest.at(0, 50, null, Map.of("customer", asked))).items().stream()
                .map(MessageRow::id)
                .toList());
  }

  private <T> T as(Role role, Function<MessagesFacade, T> work) {
    return as(role, MessagesFacade.MOST_COUNTED, work);
  }

  private <T> T as(Role role, int mostCounted, Function<MessagesFacade, T> work) {
    Caller caller =
        new Caller("u", null, Set.of(role), null, "local", "r", Channel.REST, null, null);
    return TestDatabase.get()
        .inTransaction(
            em -> {
              MessagesFacade facade =
                  new MessagesFacade(
                      new Messages(em, Clock.systemUTC(), mostCounted),
                      new Preferences(em),
                      null,
                      new RegisterDirectory(new Customers(em), new Identities(em), null));
              try {
                return CallContext.callAs(caller, () -> work.apply(facade));
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private UUID queued(String template, String subject) {
    String key = "reads:" + Ids.next();
    return TestDatabase.get()
        .inTransaction(
            em -> {
              new Messages(em, Clock.systemUTC())
                  .queue(
                      new NewMessage(
                          key,
                          Recipient.customer(customer),
                          template,
                          List.of("1"),
                          subject,
                          null));
              return em.createQuery("select m.id from Message m where m.dedupKey = :k", UUID.class)
                  .setParameter("k", key)
                  .getSingleResult();
            });
  }
}
