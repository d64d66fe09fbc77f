package com.heyi.learning;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseLike;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.learning.internal.LearningBench;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.Recipient;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What is learned from complaints, over the real database, with cases and a day that can be set.
 */
public final class LearningDesk {
  public static final Caller HANDLER = person("hd.li", Role.COMPLAINT_HANDLER);
  public static final Caller COLLEAGUE = person("hd.zhao", Role.COMPLAINT_HANDLER);
  public static final Caller OPERATOR = person("op.wang", Role.OPERATOR);
  public static final Caller ADMIN = person("ad.chen", Role.HEAD_OFFICE_ADMIN);
  public static final Caller OTHER_ADMIN = person("ad.wu", Role.HEAD_OFFICE_ADMIN);
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AtomicInteger SERIAL = new AtomicInteger();

  private final Map<UUID, CaseRef> cases = new HashMap<>();
  private final Map<UUID, UUID> merged = new HashMap<>();
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  /** Fresh codes and accounts, for the tests share a database. */
  final String mark = "T" + Ids.next().toString().substring(24, 32).toUpperCase();

  /** The mark as it stands in names of accounts, which know no capitals. */
  final String small = mark.toLowerCase(Locale.ROOT);

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  static Caller person(String user, Role... roles) {
    return new Caller(user, user, Set.of(roles), null, "10.0.0.1", "r-1", Channel.REST, null, null);
  }

  /** The record has turned out to be this customer. */
  void isReally(UUID record, UUID customer) {
    merged.put(record, customer);
  }

  public void todayIs(LocalDate day) {
    now = day.atTime(10, 0).atZone(ZONE).toInstant();
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** A closed case of a customer in {@link #HANDLER}'s charge, received on this day. */
  public CaseRef closedCase(UUID customer, LocalDate received) {
    return kept(ComplaintStatus.CLOSED, customer, received.atTime(9, 0).atZone(ZONE).toInstant());
  }

  public CaseRef caseIn(ComplaintStatus status) {
    return kept(status, Ids.next(), now);
  }

  /** A case received now. */
  public CaseRef caseOf(UUID customer) {
    return kept(ComplaintStatus.RECORDED, customer, now);
  }

  private CaseRef kept(ComplaintStatus status, UUID customer, Instant received) {
    CaseRef about =
        new CaseRef(
            Ids.next(),
            "TS-L" + SERIAL.incrementAndGet() + mark,
            status,
            customer,
            "B0101",
            ComplaintChannel.COUNTER,
            "信用卡",
            "年费",
            ComplaintCause.DISCLOSURE,
            null,
            AuthorityLevel.BRANCH,
            HANDLER.user(),
            received,
            null,
            true);
    cases.put(about.id(), about);
    return about;
  }

  /** A case that was made elsewhere. */
  public CaseRef keep(CaseRef about) {
    cases.put(about.id(), about);
    return about;
  }

  public void itIs(Instant instant) {
    now = instant;
  }

  /** The same case before anybody was held to account. */
  public CaseRef unaccounted(CaseRef about) {
    CaseRef before =
        new CaseRef(
            about.id(),
            about.number(),
            about.status(),
            about.customerId(),
            about.branch(),
            about.channel(),
            about.product(),
            about.issue(),
            about.cause(),
            about.business(),
            about.level(),
            about.handler(),
            about.receivedAt(),
            about.closedAt(),
            false);
    cases.put(about.id(), before);
    return before;
  }

  /** A fresh cause at the top of the tree. */
  public String cause() {
    String code = mark + "-" + SERIAL.incrementAndGet();
    problems(ADMIN, desk -> desk.set(new SetCause(code, null, "根因" + code, null, null)));
    return code;
  }

  public String causeBelow(String parent) {
    String code = mark + "-" + SERIAL.incrementAndGet();
    problems(ADMIN, desk -> desk.set(new SetCause(code, parent, "根因" + code, null, null)));
    return code;
  }

  /** Says that each of these cases has this cause. */
  public void have(String cause, CaseRef... of) {
    for (CaseRef about : of) {
      problems(HANDLER, desk -> desk.set(new SetCaseCause(about.id(), cause)));
    }
  }

  public <T> T problems(Caller caller, Function<ProblemsFacade, T> call) {
    return as(caller, bench -> call.apply(new ProblemsFacade(bench.causes(), bench.problems())));
  }

  public <T> T accountability(Caller caller, Function<AccountabilityFacade, T> call) {
    return as(
        caller,
        bench -> call.apply(new AccountabilityFacade(bench.accountability(), bench.rules())));
  }

  public <T> T care(Caller caller, Function<CareFacade, T> call) {
    return as(
        caller,
        bench -> call.apply(new CareFacade(bench.notices(), bench.failures(), bench.winBacks())));
  }

  /** Work inside one transaction, as this caller. */
  public <T> T as(Caller caller, Function<LearningBench, T> work) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              try {
                return CallContext.callAs(
                    caller,
                    () -> {
                      T done = work.apply(new LearningBench(em, clock, directory()));
                      em.flush();
                      return done;
                    });
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** The code that the call ended with. */
  static String refused(Runnable call) {
    try {
      call.run();
    } catch (HeyiException e) {
      return e.code();
    }
    return "done";
  }

  /** Kinds of what this person is told. */
  List<NoticeKind> told(Caller caller) {
    return care(caller, CareFacade::notices).stream().map(NoticeView::kind).toList();
  }

  private CaseDirectory directory() {
    return new CaseDirectory() {
      @Override
      public Optional<CaseRef> find(UUID complaintId) {
        return Optional.ofNullable(cases.get(complaintId));
      }

      @Override
      public Optional<CaseRef> findByNumber(String number) {
        return cases.values().stream().filter(one -> one.number().equals(number)).findFirst();
      }

      @Override
      public List<CaseRef> findAll(Collection<UUID> ids) {
        return ids.stream().map(cases::get).toList();
      }

      @Override
      public List<CaseLike> alike(Collection<UUID> ids, int most) {
        return cases.values().stream()
            .filter(one -> !ids.contains(one.id()))
            .map(one -> new CaseLike(one, true, true, 1))
            .toList();
      }

      @Override
      public Set<UUID> recordsOf(UUID customerId) {
        UUID himself = merged.getOrDefault(customerId, customerId);
        Set<UUID> records = new LinkedHashSet<>(Set.of(himself));
        merged.forEach(
            (record, customer) -> {
              if (customer.equals(himself)) {
                records.add(record);
              }
            });
        return records;
      }

      @Override
      public Map<UUID, UUID> mergedRecords() {
        return merged;
      }

      @Override
      public boolean isInCharge(UUID complaintId) {
        return CallContext.current().user().equals(cases.get(complaintId).handler());
      }

      @Override
      public boolean hasAPartIn(UUID complaintId) {
        return isInCharge(complaintId);
      }

      @Override
      public List<String> leaders(UUID complaintId) {
        return List.of("hd.boss." + small);
      }

      @Override
      public List<String> inCharge(UUID complaintId) {
        String handler = cases.get(complaintId).handler();
        return handler == null ? List.of() : List.of(handler);
      }

      @Override
      public Recipient recipient(UUID complaintId) {
        return Recipient.customer(cases.get(complaintId).customerId());
      }

      @Override
      public MessageChannel channel(UUID complaintId) {
        return MessageChannel.SMS;
      }
    };
  }
}
