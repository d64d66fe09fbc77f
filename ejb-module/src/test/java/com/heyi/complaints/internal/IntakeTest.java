package com.heyi.complaints.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.AttachFile;
import com.heyi.complaints.AttachmentView;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.EndParty;
import com.heyi.complaints.FileType;
import com.heyi.complaints.JoinComplaint;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RegisteredCustomers;
import com.heyi.complaints.TellHeir;
import com.heyi.imports.Upload;
import com.heyi.imports.UploadStore;
import com.heyi.messages.Address;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files, speakers and the same matter again, on the real database. */
class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  private static final RegisteredCustomers CUSTOMERS = new RegisteredCustomers();
  private static final Actor HANDLER = actor("hd.li", "complaint-handler", NOW);

  /** Each test has a file of its own: the same content is kept once. */
  private final byte[] pdf = ("%PDF-1.7\n" + Ids.next()).getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void aFileIsKeptUnderItsHashAndHandedOutAgain() throws IOException {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    attach(complaint, "合同.exe", pdf, new VirusScan(Optional.empty()));
    AttachmentView stored = in(em -> attachments(em, none()).of(complaint)).get(0);
    assertThat(stored.type()).as("by its content, whatever its name").isEqualTo(FileType.PDF);
    assertThat(stored.scanned()).isFalse();
    Path path = in(em -> attachments(em, none()).file(stored.id())).path();
    assertThat(path).hasFileName(stored.sha256());
    assertThat(Files.readAllBytes(path)).isEqualTo(pdf);
  }

  @ParameterizedTest
  @CsvSource({
    "PNG, 89504E470D0A1A0A0000",
    "JPEG, FFD8FFE000104A46",
    "WAV, 524946460000000057415645666D7420",
    "MP3, 49443303000000",
    "MP3, FFFB9064",
    "PDF, 255044462D312E37",
    "TEXT, E68A95E8AF89E6988EE7BB86",
    "-, 4D5A900003000000",
    "-, 504B030414000600",
    "-, 3C68746D6C3E",
    "-, D0CF11E0A1B11AE1"
  })
  void whatAFileIsFollowsFromItsFirstBytes(String type, String hex) {
    byte[] first = java.util.HexFormat.of().parseHex(hex);
    assertThat(WhatAFileIs.by(first).map(Enum::name).orElse("-")).isEqualTo(type);
  }

  @Test
  void aProgramThatIsCalledAPictureIsRefusedAndNotKept() throws IOException {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0};
    assertThatThrownBy(() -> attach(complaint, "photo.png", program, none()))
        .isInstanceOf(HeyiException.class)
        .hasMessage(ComplaintError.FILE_TYPE.code());
    assertThat(Files.list(folder)).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    String name = Ids.next().toString().replace("-", "").repeat(2);
    Files.write(folder.resolve(name), pdf);
    Upload upload = new Upload(name, name, AttachFile.MOST_BYTES + 1);
    assertThatThrownBy(
            () ->
                in(
                    em -> {
                      attachments(em, none()).add(new AttachFile(complaint, "a.pdf", upload), "x");
                      return null;
                    }))
        .hasMessage(ComplaintError.FILE_SIZE.code());
    assertThat(Files.list(folder)).as("not kept").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, ok", "422, complaint.file-infected", "500, complaint.file-not-scanned"})
  void aScannerThatIsSetUpDecides(int answer, String expected) throws IOException {
    HttpServer scanner =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    scanner.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    scanner.start();
    try {
      UUID complaint = recorded(Ids.next(), "年费", NOW);
      VirusScan scan =
          new VirusScan(
              Optional.of(URI.create("http://127.0.0.1:" + scanner.getAddress().getPort() + "/")));
      String outcome = "ok";
      try {
        attach(complaint, "a.pdf", pdf, scan);
        assertThat(in(em -> attachments(em, scan).of(complaint)).get(0).scanned()).isTrue();
      } catch (HeyiException e) {
        outcome = e.code();
        assertThat(Files.list(folder)).as("not kept").isEmpty();
      }
      assertThat(outcome).isEqualTo(expected);
    } finally {
      scanner.stop(0);
    }
  }

  @Test
  void filesAndSpeakersGoWithTheTextsOfTheCase() throws IOException {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    attach(complaint, "id-card.pdf", pdf, none());
    in(
        em -> {
          new Parties(em, CLOCK)
              .add(
                  new AddParty(complaint, PartyRole.AGENT, "张三", "13800138000", "儿子", "授权委托书"),
                  "op");
          return null;
        });
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update complaints.complaint set status = 'WITHDRAWN', open = false,"
                            + " ticking = false, closed_at = now() where id = :id")
                    .setParameter("id", complaint)
                    .executeUpdate());
    try (var connection = TestDatabase.get().owner().getConnection();
        var statement =
            connection.prepareStatement("select complaints.empty_texts(array[?]::uuid[])")) {
      statement.setObject(1, complaint);
      statement.execute();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(in(em -> attachments(em, none()).of(complaint)).get(0).fileName()).isNull();
    assertThat(in(em -> new Parties(em, CLOCK).of(complaint)).get(0).name()).isNull();
    assertThat(Files.list(folder)).hasSize(1);
    in(
        em -> {
          attachments(em, none()).removeGone();
          return null;
        });
    assertThat(Files.list(folder)).isEmpty();
    assertThatThrownBy(() -> attach(complaint, "again.pdf", pdf, none()))
        .hasMessage(ComplaintError.TEXTS_GONE.code());
    assertThatThrownBy(() -> addParty(complaint, PartyRole.AGENT))
        .hasMessage(ComplaintError.TEXTS_GONE.code());
    assertThat(Files.list(folder)).as("what is refused is not kept").isEmpty();
    assertThatThrownBy(
            () ->
                in(
                    em ->
                        em.createNativeQuery(
                                "insert into complaints.party (id, complaint_id, role, name,"
                                    + " relation, document, added_by, added_at) values (:id,"
                                    + " :complaint, 'AGENT', '张三', '儿子', '授权委托书', 'op', now())")
                            .setParameter("id", Ids.next())
                            .setParameter("complaint", complaint)
                            .executeUpdate()))
        .as("the database refuses it too")
        .hasStackTraceContaining("were erased");
  }

  @Test
  void twentyFilesAreTakenAndNoMore() throws IOException {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    for (int i = 0; i < Attachments.MOST_FILES; i++) {
      attach(complaint, "letter.pdf", (i + " " + Ids.next()).getBytes(UTF_8), none());
    }
    assertThatThrownBy(() -> attach(complaint, "letter.pdf", pdf, none()))
        .hasMessage(ComplaintError.TOO_MANY_FILES.code());
  }

  @Test
  void aGroupSpeaksThroughFiveAtMostAndAgentsAreNotCounted() {
    UUID complaint = recorded(Ids.next(), "集体投诉", NOW);
    addParty(complaint, PartyRole.AGENT);
    for (int i = 0; i < 5; i++) {
      addParty(complaint, PartyRole.REPRESENTATIVE);
    }
    assertThatThrownBy(() -> addParty(complaint, PartyRole.REPRESENTATIVE))
        .hasMessage(ComplaintError.TOO_MANY_REPRESENTATIVES.code());
    addParty(complaint, PartyRole.HEIR);
  }

  @Test
  void theSameMatterIsFoundByCustomerTimeAndWords() {
    UUID customer = Ids.next();
    UUID first = recorded(customer, "信用卡多收了年费，要求退还年费", NOW);
    UUID again = recorded(customer, "你们信用卡多收年费，请退还年费", NOW.plusSeconds(86400));
    recorded(Ids.next(), "信用卡多收了年费，要求退还年费", NOW);
    recorded(customer, "信用卡多收了年费，要求退还年费", NOW.minusSeconds(40L * 86400));
    var likely = in(em -> matter(em).likely(em.find(Complaint.class, again), null));
    assertThat(likely).hasSize(1);
    assertThat(likely.get(0).id()).isEqualTo(first);
    assertThat(likely.get(0).alike()).isGreaterThan(400);
  }

  @Test
  void theSameMatterIsFoundAndJoinedUnderAnotherOfHisRecords() {
    UUID customer = Ids.next();
    UUID record = Ids.next();
    UUID main = recorded(customer, "信用卡多收了年费，要求退还年费", NOW);
    UUID again = recorded(record, "你们信用卡多收年费，请退还年费", NOW.plusSeconds(86400));
    assertThat(likely(again)).isEmpty();
    assertThatThrownBy(() -> join(again, main))
        .hasMessage(ComplaintError.JOIN_OTHER_CUSTOMER.code());

    CUSTOMERS.merge(record, customer);

    assertThat(likely(again)).containsExactly(main);
    assertThat(likely(main)).containsExactly(again);
    join(again, main);
    assertThat(likely(main)).isEmpty();
  }

  @Test
  void aBranchIsShownNoCaseOfAnotherAsTheSameMatter() {
    UUID customer = Ids.next();
    UUID own = recorded(customer, "信用卡多收了年费，要求退还年费", NOW);
    UUID again = recorded(customer, "你们信用卡多收年费，请退还年费", NOW.plusSeconds(86400));
    assertThat(likely(again, "B0101")).containsExactly(own);
    assertThat(likely(again, "B0102")).isEmpty();
    assertThat(likely(again, "")).as("a branch system that has no branch").isEmpty();
  }

  private static List<UUID> likely(UUID complaint) {
    return likely(complaint, null);
  }

  private static List<UUID> likely(UUID complaint, String branch) {
    return in(
        em ->
            matter(em).likely(em.find(Complaint.class, complaint), branch).stream()
                .map(related -> related.id())
                .toList());
  }

  @Test
  void aJoinedCaseEndsAndPointsToTheOneThatGoesOn() {
    UUID customer = Ids.next();
    UUID main = recorded(customer, "信用卡多收了年费", NOW);
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW);
    join(again, main);
    in(
        em -> {
          Complaint joined = em.find(Complaint.class, again);
          assertThat(joined.isOpen()).isFalse();
          assertThat(em.find(Complaint.class, main).isOpen()).isTrue();
          assertThat(matter(em).mainOf(again).orElseThrow().id()).isEqualTo(main);
          assertThat(matter(em).joinedTo(main)).hasSize(1);
          assertThat(joined.shown().progress("TS-main").status())
              .isEqualTo(ComplaintStatus.WITHDRAWN);
          NewMessage told =
              new ProgressMessages(
                      new Complaints(em, CLOCK),
                      message -> true,
                      matter(em),
                      new Parties(em, CLOCK))
                  .message(joined)
                  .orElseThrow();
          assertThat(told.template()).isEqualTo("complaint.joined");
          return null;
        });
    assertThatThrownBy(() -> join(again, main)).hasMessage(ComplaintError.JOINED_ALREADY.code());
    UUID third = recorded(customer, "第三次", NOW);
    assertThatThrownBy(() -> join(third, again)).hasMessage(ComplaintError.JOIN_MAIN_CLOSED.code());
    UUID others = recorded(Ids.next(), "别人的", NOW);
    assertThatThrownBy(() -> join(third, others))
        .hasMessage(ComplaintError.JOIN_OTHER_CUSTOMER.code());
  }

  @Test
  void aCaseIsJoinedToTheEarlierOneOnlySoThatNoDeadlineIsEscaped() {
    UUID customer = Ids.next();
    UUID first = recorded(customer, "信用卡多收了年费", NOW.minusSeconds(10L * 86400));
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW);
    assertThatThrownBy(() -> join(first, again)).hasMessage(ComplaintError.JOIN_LATER.code());
    join(again, first);
  }

  @Test
  void noCaseIsJoinedToOneThatIsJoinedItselfAtThisMoment() throws Exception {
    UUID customer = Ids.next();
    UUID first = recorded(customer, "信用卡多收了年费", NOW.minusSeconds(2L * 86400));
    UUID second = recorded(customer, "信用卡年费问题", NOW.minusSeconds(86400));
    UUID third = recorded(customer, "信用卡年费问题再次反映", NOW);
    CountDownLatch joined = new CountDownLatch(1);
    CompletableFuture<Void> colleague =
        CompletableFuture.runAsync(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          joinWithin(em, second, first, HANDLER);
                          em.flush();
                          joined.countDown();
                          pause();
                        }));
    assertThat(joined.await(10, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> join(third, second))
        .hasMessage(ComplaintError.JOIN_MAIN_CLOSED.code());
    colleague.get(10, TimeUnit.SECONDS);
    assertThat(IntakeTest.<Boolean>in(em -> em.find(Complaint.class, third).isOpen())).isTrue();
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMissedDeadlineIsNotJoinedAway() {
    UUID customer = Ids.next();
    UUID first = recorded(customer, "信用卡多收了年费", NOW.minusSeconds(40L * 86400));
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW.minusSeconds(30L * 86400));
    assertThatThrownBy(() -> join(again, first)).hasMessage(ComplaintError.JOIN_MISSED.code());
  }

  @Test
  void theDayThatIsToldIsThatOfTheDeadlineThatWasMissedWhateverRunsNow() {
    EveryStepByEveryLevelTest.readTheRules();
    UUID customer = Ids.next();
    UUID first = recorded(customer, "信用卡多收了年费", NOW.minusSeconds(40L * 86400));
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW.minusSeconds(30L * 86400));
    in(
        em -> {
          Complaint late = em.find(Complaint.class, again);
          List.of(
                  ComplaintStep.ACCEPT,
                  ComplaintStep.ANALYSE,
                  ComplaintStep.HANDLE,
                  ComplaintStep.FEED_BACK,
                  ComplaintStep.CONTEST)
              .forEach(step -> EveryStepByEveryLevelTest.takeAsBoss(late, step));
          assertThat(late.deadline().dueOn()).isAfter(LocalDate.now(CLOCK));
          return null;
        });

    HeyiException refused =
        catchThrowableOfType(
            HeyiException.class, () -> join(again, first, EveryStepByEveryLevelTest.boss()));

    assertThat(refused.error()).isEqualTo(ComplaintError.JOIN_MISSED);
    assertThat(refused.args()).last().isEqualTo(LocalDate.of(2026, 2, 15));
  }

  @Test
  void theCaseThatGoesOnOwesItsAnswerByThen() {
    UUID customer = Ids.next();
    UUID complex = recorded(customer, "信用卡多收了年费", NOW.minusSeconds(86400), Complexity.COMPLEX);
    UUID answered = recorded(customer, "信用卡年费", NOW.minusSeconds(5L * 86400));
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update complaints.complaint set status = 'FED_BACK', ticking = false,"
                            + " on_time = true, handler = 'hd.wu', handler_name = '吴',"
                            + " cause = 'CHOICE', department = '信用卡中心', finding = '无误',"
                            + " resolution = 'EXPLANATION', measures = '说明', answer = '已说明',"
                            + " answer_channel = 'HOTLINE', answered_at = received_at"
                            + " where id = :id")
                    .setParameter("id", answered)
                    .executeUpdate());
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW);
    assertThatThrownBy(() -> join(again, complex)).hasMessage(ComplaintError.JOIN_DEADLINE.code());
    assertThatThrownBy(() -> join(again, answered)).hasMessage(ComplaintError.JOIN_DEADLINE.code());
  }

  @Test
  void whoHasNothingToDoWithACaseJoinsItToNone() {
    UUID customer = Ids.next();
    UUID main = recorded(customer, "信用卡多收了年费", NOW);
    UUID again = recorded(customer, "信用卡年费问题再次反映", NOW);
    Actor ofThatBranch = HANDLER.at("B0101", AuthorityLevel.SENIOR, Set.of());
    assertThatThrownBy(() -> join(again, main, ofThatBranch))
        .hasMessage(ComplaintError.INTEREST.code());
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update complaints.complaint set handler = 'hd.wu', handler_name = '吴',"
                            + " status = 'ACCEPTED' where id = :id")
                    .setParameter("id", again)
                    .executeUpdate());
    assertThatThrownBy(() -> join(again, main)).hasMessage(ComplaintError.NOT_IN_CHARGE.code());
  }

  @Test
  void theComplainantIsToldWhenItIsReceivedByTheWayHeCame() {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    NewMessage told =
        in(
            em ->
                new ProgressMessages(
                        new Complaints(em, CLOCK),
                        message -> true,
                        matter(em),
                        new Parties(em, CLOCK))
                    .message(em.find(Complaint.class, complaint))
                    .orElseThrow());
    assertThat(told.template()).isEqualTo("complaint.received");
    assertThat(told.args()).hasSize(2).last().isEqualTo("2026-03-17");
    assertThat(told.subject()).isEqualTo("complaint:" + complaint);
    assertThat(told.recipient().customerId()).isNotNull();
  }

  @Test
  void theHeirIsToldOnceSomebodyElseSaysSoAndNobodyRingsTheTelephoneOfWhoHasDied() {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    Recipient customer = recipient(complaint);
    assertThat(customer.customerHimself()).isNotNull();
    addParty(complaint, PartyRole.AGENT, "13900139000");
    UUID heir = heir(complaint, "手机 13800138000");
    assertThat(recipient(complaint)).as("who was only named is not told").isEqualTo(customer);

    List<NewMessage> said = tell(complaint, heir, HANDLER);

    assertThat(recipient(complaint).customerHimself()).isNull();
    assertThat(reached(complaint)).contains(new Address("13800138000", null));
    in(
        em -> {
          assertThat(contacts(em).customer(complaint)).isEmpty();
          return null;
        });
    assertThat(said).extracting(NewMessage::template).containsExactly("complaint.told-another");
    assertThat(said.get(0).recipient()).as("where messages went before").isEqualTo(customer);
    assertThatThrownBy(() -> tell(complaint, heir, HANDLER))
        .hasMessage(ComplaintError.PARTY_TOLD.code());
  }

  @Test
  void nobodyHasAnHeirToldWhoNamedHimOrHasAnInterestOrHasNothingToDoWithTheCase() {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    Recipient customer = recipient(complaint);
    UUID heir = heir(complaint, "13800138000");
    Actor ofThatBranch = HANDLER.at("B0101", AuthorityLevel.SENIOR, Set.of());
    assertThatThrownBy(() -> tell(complaint, heir, ofThatBranch))
        .hasMessage(ComplaintError.INTEREST.code());
    assertThatThrownBy(() -> end(complaint, heir, ofThatBranch))
        .hasMessage(ComplaintError.INTEREST.code());
    assertThatThrownBy(() -> tell(complaint, heir, actor("Op", "complaint-handler", NOW)))
        .hasMessage(ComplaintError.PARTY_NAMED_BY_HIMSELF.code());
    assertThatThrownBy(() -> tell(recorded(Ids.next(), "年费", NOW), heir, HANDLER))
        .hasMessage(CommonError.NOT_FOUND.code());
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update complaints.complaint set handler = 'hd.wu', handler_name = '吴',"
                            + " status = 'ACCEPTED' where id = :id")
                    .setParameter("id", complaint)
                    .executeUpdate());
    assertThatThrownBy(() -> tell(complaint, heir, HANDLER))
        .hasMessage(ComplaintError.NOT_IN_CHARGE.code());
    assertThat(recipient(complaint)).isEqualTo(customer);
  }

  @Test
  void onlyAnHeirWhoCanBeReachedIsTold() {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    addParty(complaint, PartyRole.AGENT, "13900139000");
    UUID agent = latest(complaint);
    for (UUID one : List.of(agent, heir(complaint, "见授权书"), heir(complaint, null))) {
      assertThatThrownBy(() -> tell(complaint, one, HANDLER))
          .hasMessage(ComplaintError.PARTY_NOT_REACHED.code());
    }
  }

  @Test
  void onceAnHeirHasEndedTheOneBeforeIsToldAgainAndThenTheCustomer() {
    UUID complaint = recorded(Ids.next(), "年费", NOW);
    UUID first = heir(complaint, "13800138000");
    UUID second = heir(complaint, "13900139000");
    tell(complaint, first, HANDLER);
    List<NewMessage> said = tell(complaint, second, HANDLER);
    assertThat(reached(complaint)).contains(new Address("13900139000", null));
    assertThat(said.get(0).recipient().id()).as("the heir before").isEqualTo(first);
    in(
        em -> {
          assertThat(new HeirsBefore(new Parties(em, CLOCK)).find(first))
              .contains(new Address("13800138000", null));
          return null;
        });

    end(complaint, second, HANDLER);
    assertThat(reached(complaint)).contains(new Address("13800138000", null));
    end(complaint, first, HANDLER);
    assertThat(recipient(complaint).customerHimself()).isNotNull();

    assertThatThrownBy(() -> end(complaint, first, HANDLER))
        .hasMessage(ComplaintError.PARTY_OVER.code());
    assertThatThrownBy(() -> tell(complaint, second, HANDLER))
        .hasMessage(ComplaintError.PARTY_OVER.code());
  }

  /** An heir who is named, with what he left. */
  private UUID heir(UUID complaint, String contact) {
    addParty(complaint, PartyRole.HEIR, contact);
    return latest(complaint);
  }

  private static UUID latest(UUID complaint) {
    List<UUID> all =
        in(em -> new Parties(em, CLOCK).of(complaint).stream().map(one -> one.id()).toList());
    return all.get(all.size() - 1);
  }

  private static List<NewMessage> tell(UUID complaint, UUID heir, Actor actor) {
    List<NewMessage> said = new ArrayList<>();
    in(
        em -> {
          new Heirs(new Parties(em, CLOCK), said::add)
              .tell(em.find(Complaint.class, complaint), new TellHeir(complaint, heir), actor);
          return null;
        });
    return said;
  }

  private static void end(UUID complaint, UUID party, Actor actor) {
    in(
        em -> {
          new Heirs(new Parties(em, CLOCK), message -> true)
              .end(em.find(Complaint.class, complaint), new EndParty(complaint, party), actor);
          return null;
        });
  }

  private static Optional<Address> reached(UUID complaint) {
    return in(em -> contacts(em).find(complaint));
  }

  private static ComplainantContacts contacts(EntityManager em) {
    return new ComplainantContacts(
        new ComplainantHimself(new Complaints(em, CLOCK)), new Parties(em, CLOCK));
  }

  private static Recipient recipient(UUID complaint) {
    return in(
        em ->
            ProgressMessages.recipient(
                em.find(Complaint.class, complaint), new Parties(em, CLOCK)));
  }

  private static Actor actor(String user, String roles, Instant at) {
    return new Actor(user, user, roles, null, AuthorityLevel.BRANCH, Set.of(), false, at);
  }

  private void join(UUID complaint, UUID main) {
    join(complaint, main, HANDLER);
  }

  private void join(UUID complaint, UUID main, Actor actor) {
    in(
        em -> {
          joinWithin(em, complaint, main, actor);
          return null;
        });
  }

  private static void joinWithin(EntityManager em, UUID complaint, UUID main, Actor actor) {
    int version =
        ((Number)
                em.createNativeQuery("select version from complaints.complaint where id = :id")
                    .setParameter("id", complaint)
                    .getSingleResult())
            .intValue();
    JoinComplaint command = new JoinComplaint(complaint, version, main, "同一年费");
    matter(em).hold(command);
    matter(em)
        .join(em.find(Complaint.class, complaint), em.find(Complaint.class, main), command, actor);
  }

  private void addParty(UUID complaint, PartyRole role) {
    addParty(complaint, role, null);
  }

  private void addParty(UUID complaint, PartyRole role, String contact) {
    in(
        em -> {
          new Parties(em, CLOCK)
              .add(new AddParty(complaint, role, "王五", contact, "同事", "委托书 2026-03-01"), "op");
          return null;
        });
  }

  private void attach(UUID complaint, String name, byte[] content, VirusScan scan)
      throws IOException {
    Upload upload =
        new UploadStore(folder.toString(), 1_000_000).store(new ByteArrayInputStream(content));
    in(
        em -> {
          attachments(em, scan).add(new AttachFile(complaint, name, upload), "op");
          return null;
        });
  }

  private static VirusScan none() {
    return new VirusScan(Optional.empty());
  }

  private Attachments attachments(EntityManager em, VirusScan scan) {
    return StoredTogether.attachments(em, folder, CLOCK, scan);
  }

  private static OneMatter matter(EntityManager em) {
    return new OneMatter(em, CUSTOMERS, 30);
  }

  private static <T> T in(java.util.function.Function<EntityManager, T> work) {
    return TestDatabase.get().inTransaction(work);
  }

  /** A complaint of this customer about his credit card. */
  private static UUID recorded(UUID customer, String narrative, Instant at) {
    return recorded(customer, narrative, at, null);
  }

  private static UUID recorded(UUID customer, String narrative, Instant at, Complexity complexity) {
    return in(
        em -> {
          Complaints complaints = new Complaints(em, CLOCK);
          Complaint complaint =
              Complaint.record(
                  new RecordComplaint(
                      ComplaintChannel.HOTLINE,
                      null,
                      null,
                      null,
                      "B0101",
                      "信用卡",
                      null,
                      null,
                      null,
                      narrative,
                      complexity,
                      at,
                      null,
                      null,
                      null),
                  customer,
                  "B0101",
                  complaints.nextNumber(),
                  complaints.deadlinesFor("CN-2020-3", LocalDate.now(CLOCK)),
                  actor("op.wang", "operator", at.isAfter(NOW) ? at : NOW));
          complaints.add(complaint);
          return complaint.id();
        });
  }
}
