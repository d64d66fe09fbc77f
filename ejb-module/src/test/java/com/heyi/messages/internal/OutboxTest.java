package com.heyi.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.messages.Address;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import com.heyi.shared.work.HandOver;
import com.heyi.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages go out once their cause is stored, through a real mail server and a real endpoint. */
class OutboxTest {
  private final PostOffice office = new PostOffice();
  private final List<Map<?, ?>> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private GreenMail mails;
  private HttpServer gateway;
  private volatile int answer = 202;

  @BeforeEach
  void serversStart() throws IOException {
    mails = new GreenMail(ServerSetup.SMTP.dynamicPort().verbose(false));
    mails.start();
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/sms",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add((Map<?, ?>) Json.read(body, Map.class));
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    gateway.setExecutor(Executors.newFixedThreadPool(4));
    gateway.start();
    office.gateways =
        List.of(
            PostOffice.sms(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms")),
            office.mail(mails.getSmtp().getPort()),
            new AppGateway());
  }

  @AfterEach
  void serversStop() {
    mails.stop();
    gateway.stop(0);
    ((ExecutorService) gateway.getExecutor()).shutdownNow();
  }

  @Test
  void whatIsRolledBackTellsNobody() {
    String key = "test:" + Ids.next();
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          new Messages(em, office.clock).queue(message(key));
                          em.flush();
                          throw new IllegalStateException("the change fails");
                        }))
        .hasMessage("the change fails");
    assertThat(office.send()).isZero();
  }

  @Test
  void aCauseTellsOnce() {
    String key = "test:" + Ids.next();
    assertThat(queued(key)).isTrue();
    assertThat(queued(key)).isFalse();
  }

  @Test
  void anEmailReallyArrivesInHisLanguageUnderItsOwnId() throws Exception {
    UUID customer = office.customer("+8613900000001");
    office.prefers(customer, "en", MessageChannel.EMAIL, "li.na@example.com");
    UUID id = office.queueFor(customer);
    assertThat(office.send()).isEqualTo(1);

    MimeMessage mail = mails.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString("li.na@example.com");
    assertThat(mail.getSubject()).isEqualTo("We have your complaint TS20260302-0000001");
    assertThat(mail.getContent().toString()).contains("you will have our answer by March 17, 2026");
    assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@heyi>");
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(office.row(id).channel()).isEqualTo(MessageChannel.EMAIL);
  }

  @Test
  void whoQueuedAMessageIsToldThatItWasHandedOverAndOfOneGivenUpIsNot() {
    UUID reached = office.queueFor(office.customer("+8613900000021"));
    UUID nowhere = office.queueFor(office.customer(null));
    office.gateways = office.gateways.subList(0, 2);
    office.send();
    assertThat(office.row(reached).status()).isEqualTo(MessageStatus.SENT);
    assertThat(office.row(nowhere).status()).isNotEqualTo(MessageStatus.SENT);
    assertThat(office.handedOver).containsExactly(reached);
  }

  @Test
  void chineseArrivesAsItWasWritten() throws Exception {
    UUID customer = office.customer(null);
    office.prefers(customer, "zh-CN", MessageChannel.EMAIL, "zhang@example.com");
    office.queueFor(customer);
    office.send();
    MimeMessage mail = mails.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("已收到您的投诉 TS20260302-0000001");
    assertThat(mail.getContent().toString()).contains("将于 2026年3月17日 前答复您");
  }

  @Test
  void whoSaysNothingIsToldBySms() {
    UUID customer = office.customer("+8613900000002");
    UUID id = office.queueFor(customer);
    office.send();
    assertThat(received).hasSize(1);
    assertThat(received.get(0).get("to")).isEqualTo("+8613900000002");
    assertThat((String) received.get(0).get("text")).contains("TS20260302-0000001");
    assertThat(keys).containsExactly(id.toString());
  }

  @Test
  void theAddressIsTheOneOfTheMomentOfSending() {
    UUID customer = office.customer("+8613900000003");
    office.queueFor(customer);
    office.phones.put(customer, "+8613911111111");
    office.send();
    assertThat(received.get(0).get("to")).isEqualTo("+8613911111111");
  }

  @Test
  void aStrangerIsFoundInTheBookThatKnowsHim() throws Exception {
    UUID stranger = Ids.next();
    office.strangers.put(stranger, new Address(null, "heir@example.com"));
    office.queue(new Recipient("stranger", stranger, null), null);
    office.send();
    assertThat(mails.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whoCannotBeReachedIsGivenUpAtOnceAndCanBeSentAgain() {
    UUID customer = office.customer(null);
    UUID id = office.queueFor(customer);
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.DEAD);
    assertThat(office.row(id).trouble()).isEqualTo(MessageError.NO_ADDRESS.code());

    office.phones.put(customer, "+8613900000004");
    sendAgain(id);
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.SENT);
    assertThatThrownBy(() -> sendAgain(id))
        .isInstanceOf(HeyiException.class)
        .hasMessage(MessageError.NOT_DEAD.code());
  }

  @Test
  void aGatewayThatFailsIsTriedAgainEachTimeLaterUntilItIsGivenUp() {
    answer = 503;
    UUID id = office.queueFor(office.customer("+8613900000005"));
    office.send();
    assertThat(office.row(id).attempts()).isEqualTo(1);
    assertThat(office.send()).as("not before its time").isZero();
    Instant first = office.clock.instant();
    List<Duration> pauses = new ArrayList<>();
    while (office.row(id).status() == MessageStatus.QUEUED) {
      Duration pause = Duration.between(office.clock.instant(), office.row(id).nextAttemptAt());
      pauses.add(pause);
      office.timePasses(pause);
      assertThat(office.send()).isEqualTo(1);
    }
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.DEAD);
    assertThat(Duration.between(first, office.clock.instant())).isEqualTo(Duration.ofDays(3));
    assertThat(pauses)
        .startsWith(Duration.ofSeconds(30), Duration.ofMinutes(1))
        .contains(Duration.ofHours(6))
        .allMatch(pause -> pause.compareTo(Duration.ofHours(6)) <= 0);
    assertThat(received).hasSize(pauses.size() + 1);
    assertThat(keys).containsOnly(id.toString());
    assertThat(office.trail).hasSize(1);
    assertThat(office.trail.get(0).outcome()).isEqualTo(AuditEvent.Outcome.FAILED);
  }

  @Test
  void theGatewayThatComesBackGetsIt() {
    answer = 503;
    UUID id = office.queueFor(office.customer("+8613900000006"));
    office.send();
    answer = 200;
    office.timePasses(Duration.ofSeconds(30));
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(office.row(id).attempts()).isEqualTo(2);
    assertThat(office.row(id).trouble()).isNull();
  }

  @Test
  void whatTheGatewayWillNeverTakeIsNotTriedAgain() {
    answer = 400;
    UUID id = office.queueFor(office.customer("+8613900000007"));
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.DEAD);
    assertThat(office.row(id).trouble()).isEqualTo(MessageError.SMS_REFUSED.code());
  }

  @Test
  void whatOneWayRefusesForGoodGoesTheNext() {
    answer = 400;
    UUID customer = office.customer("+8613900000020");
    office.prefers(customer, "zh-CN", null, "next.way@example.com");
    UUID id = office.queueFor(customer);
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(office.row(id).channel()).isEqualTo(MessageChannel.EMAIL);
    assertThat(mails.getReceivedMessages()).hasSize(1);
    assertThat(received).hasSize(1);
  }

  @Test
  void aGatewayThatLetsUsNotInStopsItsRunAndKillsNothing() {
    for (int status : new int[] {401, 403, 404}) {
      received.clear();
      answer = status;
      List<UUID> ids = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ids.add(office.queueFor(office.customer("+861390000003" + i)));
      }
      office.send();
      assertThat(received).as("tried once on " + status).hasSize(1);
      assertThat(ids).allMatch(id -> office.row(id).status() == MessageStatus.QUEUED);
      answer = 200;
      office.timePasses(Duration.ofSeconds(30));
      office.send();
      assertThat(ids).allMatch(id -> office.row(id).status() == MessageStatus.SENT);
    }
  }

  @Test
  void aChannelThatFailsAgainAndAgainIsLeftAloneUntilItsNextRun() {
    answer = 503;
    for (int i = 0; i < 12; i++) {
      office.queueFor(office.customer("+86139000001" + (10 + i)));
    }
    assertThat(office.send()).isEqualTo(HandOver.FAILURES_IN_A_ROW);
    assertThat(received).hasSize(HandOver.FAILURES_IN_A_ROW);
  }

  @Test
  void aGatewayThatHangsDelaysNoEmail() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch comesBack = new CountDownLatch(1);
    Gateway hanging =
        new Gateway() {
          @Override
          public MessageChannel channel() {
            return MessageChannel.SMS;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void send(Parcel parcel) {
            hangs.countDown();
            try {
              comesBack.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    office.gateways = List.of(hanging, office.mail(mails.getSmtp().getPort()));
    UUID sms = office.queueFor(office.customer("+8613900000021"));
    UUID behindIt = office.queueFor(office.customer("+8613900000022"));
    UUID customer = office.customer(null);
    office.prefers(customer, "en", MessageChannel.EMAIL, "not.late@example.com");
    UUID email = office.queueFor(customer);
    ExecutorService runs = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> hung = runs.submit(() -> office.run(MessageChannel.SMS));
      hangs.await();
      assertThat(office.run(MessageChannel.EMAIL)).isEqualTo(1);
      assertThat(office.row(email).status()).isEqualTo(MessageStatus.SENT);
      comesBack.countDown();
      assertThat(hung.get()).isEqualTo(2);
    } finally {
      comesBack.countDown();
      runs.shutdownNow();
    }
    assertThat(List.of(sms, behindIt))
        .allMatch(id -> office.row(id).status() == MessageStatus.SENT);
  }

  @Test
  void whoActsForACustomerIsToldHimselfAndNotByHerPreference() throws Exception {
    UUID customer = office.customer("+8613900000023");
    office.prefers(customer, "en", MessageChannel.APP, "herself@example.com");
    UUID case1 = Ids.next();
    office.strangers.put(case1, new Address(null, "agent@example.com"));
    UUID id = office.queue(new Recipient("stranger", case1, customer), MessageChannel.APP);
    office.send();
    assertThat(office.row(id).channel()).isEqualTo(MessageChannel.EMAIL);
    assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("agent@example.com");
    assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("已收到");
  }

  @Test
  void aContactThatCannotBeReadFallsBackToTheRegisterForTheCustomerAlone() {
    UUID customer = office.customer("+8613900000024");
    UUID hers = Ids.next();
    UUID agents = Ids.next();
    office.strangers.put(hers, new Address(null, null));
    office.strangers.put(agents, new Address(null, null));
    office.themselves.put(hers, customer);
    UUID toHer = office.queue(new Recipient("stranger", hers, customer), null);
    UUID toAgent = office.queue(new Recipient("stranger", agents, customer), null);
    office.send();
    assertThat(office.row(toHer).status()).isEqualTo(MessageStatus.SENT);
    assertThat(received).hasSize(1);
    assertThat(received.get(0).get("to")).isEqualTo("+8613900000024");
    assertThat(office.row(toAgent).status()).isEqualTo(MessageStatus.DEAD);
    assertThat(office.row(toAgent).trouble()).isEqualTo(MessageError.NO_ADDRESS.code());
  }

  @Test
  void aMailServerThatIsDownIsAFailureAndNoMore() {
    mails.stop();
    UUID customer = office.customer(null);
    office.prefers(customer, "zh-TW", MessageChannel.EMAIL, "chen@example.com");
    UUID id = office.queueFor(customer);
    office.send();
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(office.row(id).trouble()).isEqualTo(MessageError.MAIL_FAILED.code());
  }

  @Test
  void withoutAnyChannelItWaitsSaysWhyAndCountsNoFailure() {
    office.gateways = List.of(PostOffice.sms(null), office.mail(0), new AppGateway());
    UUID id = office.queueFor(office.customer("+8613900000008"));
    for (int i = 0; i < 20; i++) {
      office.send();
      office.timePasses(Duration.ofMinutes(10));
    }
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(office.row(id).attempts()).isZero();
    assertThat(office.row(id).trouble()).isEqualTo(MessageError.CHANNEL_OFF.code());
    assertThat(office.trail).isEmpty();
  }

  @Test
  void oneThatBreaksItsGatewayDoesNotKeepTheNext() {
    Gateway broken =
        new Gateway() {
          @Override
          public MessageChannel channel() {
            return MessageChannel.SMS;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void send(Parcel parcel) {
            throw new IllegalArgumentException("broken");
          }
        };
    office.gateways = List.of(broken, office.mail(mails.getSmtp().getPort()));
    UUID first = office.queueFor(office.customer("+8613900000009"));
    UUID customer = office.customer(null);
    office.prefers(customer, "en", MessageChannel.EMAIL, "next@example.com");
    UUID second = office.queueFor(customer);
    office.send();
    assertThat(office.row(first).trouble()).isEqualTo(MessageError.BROKEN.code());
    assertThat(office.row(second).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void aServerThatDiesAfterHandingOverSendsAgainUnderTheSameId() {
    UUID id = office.queueFor(office.customer("+8613900000010"));
    assertThatThrownBy(
            () ->
                office.in(
                    sending -> {
                      sending.sendNext(MessageChannel.SMS);
                      throw new IllegalStateException("dies before the commit");
                    }))
        .hasMessage("dies before the commit");
    office.send();
    assertThat(keys).containsExactly(id.toString(), id.toString());
    assertThat(office.row(id).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void manySendersAtOnceSendEachMessageOnce() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(office.queueFor(office.customer("+861390001" + (1000 + i))));
    }
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sent.add(senders.submit(office::send));
      }
      for (Future<Integer> one : sent) {
        one.get();
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(keys)
        .hasSize(40)
        .containsExactlyInAnyOrderElementsOf(ids.stream().map(UUID::toString).toList());
  }

  @Test
  void theAppIsTakenOnlyByWish() {
    office.gateways = List.of(PostOffice.sms(null), office.mail(0), new AppGateway());
    UUID customer = office.customer("+8613900000011");
    UUID id = office.queue(Recipient.customer(customer), MessageChannel.APP);
    office.send();
    assertThat(office.row(id).channel()).isEqualTo(MessageChannel.APP);
    TestDatabase.get()
        .doInTransaction(
            em -> {
              Messages messages = new Messages(em, office.clock);
              assertThat(messages.inbox(Set.of(customer))).hasSize(1);
              assertThat(
                      messages
                          .words(
                              messages.inbox(Set.of(customer)).get(0), new Preferences(em), false)
                          .text())
                  .contains("受理编号 TS20260302-0000001");
            });
  }

  @Test
  void theKeyInAMessageIsForItsRecipientOnly() {
    UUID customer = office.customer("+8613900000013");
    UUID id =
        TestDatabase.get()
            .inTransaction(
                em -> {
                  Messages messages = new Messages(em, office.clock);
                  messages.queue(
                      new NewMessage(
                          "survey:" + UUID.randomUUID(),
                          Recipient.customer(customer),
                          "survey.asked",
                          List.of("TS1", "https://bank.example/survey#key", "14"),
                          "complaint:" + UUID.randomUUID(),
                          MessageChannel.APP));
                  return em.createQuery(
                          "select m.id from Message m where m.customerId = :customer", UUID.class)
                      .setParameter("customer", customer)
                      .getSingleResult();
                });
    TestDatabase.get()
        .doInTransaction(
            em -> {
              Messages messages = new Messages(em, office.clock);
              Message asked = messages.find(id).orElseThrow();
              Preferences preferences = new Preferences(em);
              assertThat(messages.words(asked, preferences, true).text()).contains("#key");
              assertThat(messages.words(asked, preferences, false).text())
                  .contains("TS1")
                  .doesNotContain("key", "https");
            });
  }

  @Test
  void theTrailHoldsNeitherAddressNorWords() {
    office.queueFor(office.customer("+8613900000012"));
    office.send();
    assertThat(office.trail).hasSize(1);
    assertThat(office.trail.toString()).doesNotContain("13900000012").doesNotContain("TS2026");
  }

  private boolean queued(String key) {
    return TestDatabase.get()
        .inTransaction(em -> new Messages(em, office.clock).queue(message(key)));
  }

  private NewMessage message(String key) {
    return new NewMessage(
        key,
        Recipient.customer(office.customer("+8613900009999")),
        "complaint.closed",
        List.of("TS1"),
        null,
        null);
  }

  private void sendAgain(UUID id) {
    TestDatabase.get()
        .doInTransaction(
            em -> {
              Message message = new Messages(em, office.clock).find(id).orElseThrow();
              message.sendAgain(message.row().version(), office.clock.instant());
            });
  }
}
