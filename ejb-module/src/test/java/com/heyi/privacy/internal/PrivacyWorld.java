package com.heyi.privacy.internal;

import com.heyi.accounts.internal.AccountRegister;
import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.Apps;
import com.heyi.accounts.internal.CustomerViews;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.RegisterOfApps;
import com.heyi.accounts.internal.RegisterPersonalData;
import com.heyi.approvals.internal.ApprovalsPersonalData;
import com.heyi.approvals.internal.Endings;
import com.heyi.approvals.internal.Requests;
import com.heyi.audit.internal.StaffContact;
import com.heyi.complaints.internal.ComplaintsPersonalData;
import com.heyi.deposits.internal.DepositsPersonalData;
import com.heyi.family.internal.FamilyPersonalData;
import com.heyi.giftcards.internal.GiftCardsPersonalData;
import com.heyi.imports.UploadStore;
import com.heyi.imports.internal.ImportsPersonalData;
import com.heyi.invoices.internal.InvoicesPersonalData;
import com.heyi.learning.internal.LearningPersonalData;
import com.heyi.mall.internal.MallPersonalData;
import com.heyi.menu.internal.MenuPersonalData;
import com.heyi.messages.internal.MessagesPersonalData;
import com.heyi.privacy.ErasePerson;
import com.heyi.privacy.ErasureView;
import com.heyi.promotions.internal.PromotionsPersonalData;
import com.heyi.relationship.internal.RelationshipPersonalData;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.IdempotencyStore;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.facade.Role;
import com.heyi.shared.history.Relations;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import com.heyi.winddown.internal.Plans;
import com.heyi.winddown.internal.WindDownPersonalData;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A person with marked values in every place where something about him may stand, and the privacy
 * module over the real database.
 */
final class PrivacyWorld {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Clock CLOCK = Clock.system(ZONE);
  private static final AtomicInteger SERIAL = new AtomicInteger(100_000);
  static final Caller ADMIN =
      new Caller(
          "admin.li",
          "李",
          Set.of(Role.HEAD_OFFICE_ADMIN),
          null,
          "10.0.0.1",
          "test-privacy",
          Channel.REST,
          null,
          Locale.ENGLISH);

  final UUID customer = Ids.next();
  final int serial = SERIAL.incrementAndGet();
  final String name = "标记" + serial;
  final String number = "C" + serial + "77";
  final String residentId = "110101199003" + serial;
  final String phone = "+8613900" + serial;
  final String address = "Markedroad" + serial;
  final String externalId = "marked-ext-" + serial;
  final String accountNumber = "6200000000000" + serial;
  final String words = "MarkedWords" + serial;
  final Path uploads;
  final List<ImportsPersonalData.FilesOver> filesOver = new ArrayList<>();
  final List<AuditEvent> trail = new ArrayList<>();
  final List<RequestEnded> ended = new ArrayList<>();

  PrivacyWorld(Path uploads) {
    this.uploads = uploads;
  }

  /** What one transaction works with. */
  record Tools(
      EntityManager em,
      Erasing erasing,
      PersonExport export,
      RetentionTable retention,
      List<PersonalData> holders,
      ImportsPersonalData imports,
      ComplaintsPersonalData complaints,
      LearningPersonalData learning,
      IdempotencyStore idempotency,
      DepositsPersonalData deposits,
      ApprovalsPersonalData approvals,
      FamilyPersonalData family) {}

  List<String> marks() {
    return List.of(name, number, residentId, phone, address, externalId, accountNumber, words);
  }

  <T> T in(Function<Tools, T> work) {
    try {
      return CallContext.callAs(
          ADMIN, () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  ErasureView erase() {
    return in(tools -> tools.erasing().erase(new ErasePerson(customer, 0, "he asked for it")));
  }

  private Tools tools(EntityManager em) {
    Customers customers = new Customers(em);
    CustomerViews views = new CustomerViews(customers, new Identities(em), new Accounts(em), CLOCK);
    Endings endings = new Endings(new Requests(em, CLOCK, ended::add), sink());
    ComplaintsPersonalData complaints = new ComplaintsPersonalData(em, CLOCK);
    LearningPersonalData learning = new LearningPersonalData(em);
    ImportsPersonalData imports =
        new ImportsPersonalData(
            em, CLOCK, new UploadStore(uploads.toString(), 1_000_000), endings, filesOver::add);
    IdempotencyStore idempotency = new IdempotencyStore(em, CLOCK);
    DepositsPersonalData deposits =
        new DepositsPersonalData(em, new AccountRegister(new Accounts(em)), CLOCK);
    ApprovalsPersonalData approvals = new ApprovalsPersonalData(em, endings, List.of(accounts()));
    FamilyPersonalData family = new FamilyPersonalData(em);
    List<PersonalData> holders =
        List.of(
            new RegisterPersonalData(em, customers, views, CLOCK),
            new MallPersonalData(em, CLOCK),
            deposits,
            new WindDownPersonalData(
                em,
                new Plans(em),
                new RegisterOfApps(
                    new Apps(em),
                    new Identities(em),
                    customers,
                    new Announcements((Consumer<Object>) event -> {}),
                    CLOCK)),
            complaints,
            learning,
            imports,
            new RelationshipPersonalData(em),
            new StaffContact(em, CLOCK),
            approvals,
            family,
            new MessagesPersonalData(em),
            new PromotionsPersonalData(em),
            new InvoicesPersonalData(em),
            new GiftCardsPersonalData(em),
            new MenuPersonalData(em),
            idempotency);
    Holders all = new Holders(holders);
    RetentionTable retention = new RetentionTable(em, CLOCK);
    return new Tools(
        em,
        new Erasing(em, all, retention, CLOCK),
        new PersonExport(all, CLOCK),
        retention,
        holders,
        imports,
        complaints,
        learning,
        idempotency,
        deposits,
        approvals,
        family);
  }

  private AuditSink sink() {
    return new AuditSink() {
      @Override
      public void record(AuditEvent event) {
        trail.add(event);
      }

      @Override
      public void recordApart(AuditEvent event) {
        throw new AssertionError("a row stands or falls with what it tells");
      }
    };
  }

  /** What the accounts module tells of what belongs to a customer. */
  private static Relations accounts() {
    return new Relations() {
      @Override
      public Optional<String> find(String number) {
        return Optional.empty();
      }

      @Override
      public Set<String> belongingTo(String target) {
        Set<String> found = new HashSet<>();
        Relations.idIn(target, "customer")
            .map(
                id ->
                    value(
                        "select (select id from accounts.account where customer_id = ? limit 1)",
                        id))
            .ifPresent(account -> found.add("account:" + account));
        return found;
      }
    };
  }

  /** The customer himself, as somebody who showed his resident ID. */
  PrivacyWorld registered() {
    owner(
        "insert into accounts.customer (id, version, number, name, resident_id, birth_date, gender,"
            + " phone, address, home_branch, identity_status, registered_at) values (?, 0, ?, ?, ?,"
            + " '1990-03-07', 'MALE', ?, ?, 'B0101', 'VERIFIED', now() - interval '20 years')",
        customer,
        number,
        name,
        residentId,
        phone,
        address);
    owner(
        "insert into accounts.customer_history (id, number, name, resident_id, birth_date, gender,"
            + " phone, address, home_branch, identity_status, registered_at, revision,"
            + " revision_kind) select id, number, name, resident_id, birth_date, gender, phone,"
            + " address, home_branch, identity_status, registered_at, -1, 0"
            + " from accounts.customer where id = ?",
        customer);
    return this;
  }

  PrivacyWorld withIdentityAndCard() {
    owner(
        "insert into accounts.identity (app_code, external_id, customer_id, linked_at)"
            + " values ('CARD', ?, ?, now())",
        externalId,
        customer);
    owner(
        "insert into accounts.identity_history (app_code, external_id, customer_id, linked_at,"
            + " revision, revision_kind) values ('CARD', ?, ?, now(), -1, 0)",
        externalId,
        customer);
    owner(
        "insert into accounts.card_profile values (?, 'EXISTING', 45, 'MALE', 3, 'GRADUATE',"
            + " 'MARRIED', 'BELOW_40', 'BLUE', 39, 5, 1, 3, 100, 0, 100, 1, 100, 10, 1, 0)",
        customer);
    owner(
        "insert into accounts.customer_document (id, customer_id, kind, number, recorded_at,"
            + " recorded_by) values (?, ?, 'RESIDENT_CARD', ?, now(), 'wang')",
        Ids.next(),
        customer,
        residentId);
    return this;
  }

  PrivacyWorld withAccount(String status, Instant closedAt) {
    UUID account = Ids.next();
    owner(
        "insert into accounts.account (id, version, number, customer_id, type, currency, branch,"
            + " status, opened_at, closed_at) values (?, 0, ?, ?, 'I', 'CNY', 'B0101', ?,"
            + " now() - interval '15 years', ?)",
        account,
        accountNumber,
        customer,
        status,
        closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC));
    owner(
        "insert into accounts.account_history (id, number, customer_id, revision, revision_kind)"
            + " values (?, ?, ?, -1, 0)",
        account,
        accountNumber,
        customer);
    return this;
  }

  /** What an app that ends owed him by his id there, and where it went if it was moved. */
  PrivacyWorld withBalanceOfAnEndingApp(boolean moved) {
    String app = "P" + serial;
    owner(
        "insert into accounts.app (code, version, kind, name_zh_cn, name_zh_tw, name_en,"
            + " owner_department, status) values (?, 0, 'APP', '甲', '甲', 'A', '零售业务部', 'FROZEN')",
        app);
    owner(
        "insert into accounts.identity (app_code, external_id, customer_id, linked_at)"
            + " values (?, ?, ?, now())",
        app,
        externalId,
        customer);
    return withBalanceOf(app, "ANNOUNCED", moved);
  }

  /** A balance by the id that he has in the app CARD, in a plan of this app. */
  PrivacyWorld withBalanceOf(String app, String planStatus, boolean moved) {
    UUID plan = Ids.next();
    UUID holding = Ids.next();
    UUID proof = Ids.next();
    transaction(
        new Object[][] {
          {
            "insert into winddown.plan (id, version, app_code, into_app, status, announced_on,"
                + " freeze_on, migrate_on, close_on, reason, customers, accounts, points,"
                + " open_orders, complaints, announced_by, announced_at, ended_at)"
                + " values (?, 0, ?, 'MOBILE', ?, current_date, current_date,"
                + " current_date, current_date, 'x', 1, 0, 0, 0, 0, 'admin.li', now(), ?)",
            plan,
            app,
            planStatus,
            "CALLED_OFF".equals(planStatus) ? Instant.now().atOffset(ZoneOffset.UTC) : null
          },
          {
            "insert into winddown.holding (id, plan_id, external_id, kind, points, amount,"
                + " taken_at) values (?, ?, ?, 'POINTS', 5, 0, now())",
            holding,
            plan,
            externalId
          }
        });
    if (moved) {
      transaction(
          new Object[][] {
            {
              "insert into winddown.proof values (?, ?, ?, 5, 5, 0, 0, 0, 0, 0, 0, now())",
              proof,
              plan,
              customer
            },
            {
              "insert into winddown.move values (?, ?, 'GRANTED', 5, 0, gen_random_uuid())",
              holding,
              proof
            }
          });
    }
    return this;
  }

  /** His orders as ones of an app that ended, by the numbers that they had there. */
  PrivacyWorld withOrdersOfAnEndedApp() {
    owner(
        "update mall.customer_order set of_ended_app = true, external_ref = 'P_OLD:' || ?"
            + " where customer_id = ?",
        externalId,
        customer);
    return this;
  }

  /** A tier that was given to him by hand. */
  PrivacyWorld withATierByHand() {
    transaction(
        new Object[][] {
          {
            "insert into relationship.standing (customer_id, version, tier, since, earned,"
                + " hand_until, hand_reason, assets, activity, points, next_percent, rules_from,"
                + " evaluated_for) values (?, 0, 'GOLD', current_date, 'ORDINARY', current_date,"
                + " ?, 0, 0, 0, 0, '2020-01-01', current_date)",
            customer,
            words
          },
          {
            "insert into relationship.tier_change (id, customer_id, kind, from_tier, to_tier, day,"
                + " assets, activity, points, rules_from, until, reason, changed_at, changed_by)"
                + " values (?, ?, 'BY_HAND', 'ORDINARY', 'GOLD', current_date, 0, 0, 0,"
                + " '2020-01-01', current_date, ?, now(), 'operator.wang')",
            Ids.next(),
            customer,
            words
          }
        });
    return this;
  }

  /** A manager who was handed him, alerts about him of which one was handled, and a follow-up. */
  PrivacyWorld withAManager() {
    String manager = "manager-" + serial;
    UUID followUp = Ids.next();
    transaction(
        new Object[][] {
          {
            "insert into relationship.manager (account, version, name, active)"
                + " values (?, 0, '张经理', true)",
            manager
          },
          {
            "insert into relationship.care (customer_id, manager, since)"
                + " values (?, ?, current_date)",
            customer,
            manager
          },
          {
            "insert into relationship.hand_over (id, customer_id, to_manager, day, reason,"
                + " handed_at, handed_by) values (?, ?, ?, current_date, ?, now(), 'admin.li')",
            Ids.next(),
            customer,
            manager,
            words
          },
          {
            "insert into relationship.alert (id, version, customer_id, manager, direction, day,"
                + " amount, movements, threshold, status, opened_at, seen_at, handled_at, outcome)"
                + " values (?, 0, ?, ?, 'IN', current_date, 200000, 1, 200000, 'HANDLED', now(),"
                + " now(), now(), ?)",
            Ids.next(),
            customer,
            manager,
            words
          },
          {
            "insert into relationship.alert (id, version, customer_id, manager, direction, day,"
                + " amount, movements, threshold, status, opened_at)"
                + " values (?, 0, ?, ?, 'OUT', current_date, 200000, 1, 100000, 'OPEN', now())",
            Ids.next(),
            customer,
            manager
          },
          {
            "insert into relationship.flow (movement_id, customer_id, direction, amount, day,"
                + " booked_at) values (?, ?, 'IN', 200000, current_date, now())",
            Ids.next(),
            customer
          },
          {
            "insert into relationship.follow_up (id, version, customer_id, reason, manager,"
                + " status, holds, opened_at, due_on) values (?, 0, ?, 'RISE', ?, 'OPEN', true,"
                + " now(), current_date)",
            followUp,
            customer,
            manager
          },
          {
            "insert into relationship.follow_up_result (id, follow_up_id, customer_id, reason,"
                + " outcome, note, opened_at, due_on, done_on, done_at, done_by) values (?, ?, ?,"
                + " 'RISE', 'LATER', ?, now(), current_date, current_date, now(), 'operator.wang')",
            Ids.next(),
            followUp,
            customer,
            words
          },
          {
            "insert into relationship.activity (customer_id, month, cohort, active)"
                + " values (?, 24000, 24000, true)",
            customer
          }
        });
    return this;
  }

  /** Money of an app that ended, to be paid back to him. */
  PrivacyWorld withRefundDue(String amount) {
    withBalanceOf("R" + serial, "ANNOUNCED", false);
    UUID plan = (UUID) value("select id from winddown.plan where app_code = ?", "R" + serial);
    UUID holding = Ids.next();
    UUID proof = Ids.next();
    BigDecimal money = new BigDecimal(amount);
    transaction(
        new Object[][] {
          {
            "insert into winddown.holding (id, plan_id, external_id, kind, points, amount,"
                + " taken_at) values (?, ?, ?, 'MONEY', 0, ?, now())",
            holding,
            plan,
            externalId,
            money
          },
          {
            "insert into winddown.proof values (?, ?, ?, 0, 0, 0, 0, ?, 0, ?, 0, now())",
            proof,
            plan,
            customer,
            money,
            money
          },
          {
            "insert into winddown.move values (?, ?, 'REFUNDED', 0, ?, null)", holding, proof, money
          },
          {
            "insert into winddown.refund values (?, ?, ?, ?, now(), null, null)",
            holding,
            plan,
            customer,
            money
          }
        });
    return this;
  }

  /** Paid in and out of the account that he has, and once to him from another's. */
  PrivacyWorld withMoney(int daysAgo) {
    UUID account = (UUID) value("select id from accounts.account where customer_id = ?", customer);
    UUID other = Ids.next();
    UUID in = Ids.next();
    UUID out = Ids.next();
    UUID toHim = Ids.next();
    String entry =
        "insert into deposits.entry (id, kind, amount, counterparty, memo, booked_on, booked_at,"
            + " booked_by) values (?, ?, 10, ?, ?, current_date - "
            + daysAgo
            + ", now() - interval '"
            + daysAgo
            + " days', 'wang')";
    String posting =
        "insert into deposits.posting (id, entry_id, account_id, system_account, amount,"
            + " balance_after, seq, counts, booked_on) values (?, ?, ?, ?, ?, ?, ?, false,"
            + " current_date - "
            + daysAgo
            + ")";
    transaction(
        new Object[][] {
          {"insert into deposits.balance values (?, 0, 2)", account},
          {"insert into deposits.balance values (?, 0, 0)", other},
          {entry, in, "INFLOW", "Aunt", words},
          {posting, Ids.next(), in, account, null, BigDecimal.TEN, BigDecimal.TEN, 1L},
          {posting, Ids.next(), in, null, "CLEARING", BigDecimal.TEN.negate(), null, null},
          {entry, out, "CASH_OUT", null, words},
          {posting, Ids.next(), out, account, null, BigDecimal.TEN.negate(), BigDecimal.ZERO, 2L},
          {posting, Ids.next(), out, null, "CASH", BigDecimal.TEN, null, null},
          {entry, toHim, "OUTFLOW", accountNumber, "rent"},
          {posting, Ids.next(), toHim, null, "CLEARING", BigDecimal.TEN, null, null},
          {posting, Ids.next(), toHim, null, "CASH", BigDecimal.TEN.negate(), null, null},
        });
    return this;
  }

  /** Points granted and used for an order so many days ago; so many are left. */
  PrivacyWorld withPoints(int daysAgo, long left) {
    UUID lot = Ids.next();
    UUID item = Ids.next();
    UUID order = Ids.next();
    UUID line = Ids.next();
    UUID granted = Ids.next();
    UUID redeemed = Ids.next();
    String when = "now() - interval '" + daysAgo + " days'";
    long used = 100 - left;
    transaction(
        new Object[][] {
          {
            "insert into mall.points_account values (?, 2, " + when + ")", customer,
          },
          {
            "insert into mall.lot values (?, ?, 'GRANTED', 100, ?, current_date, null, null)",
            lot,
            customer,
            left
          },
          {
            "insert into mall.item values (?, ?, 'Umbrella', ?, 0, 'ON_SALE', 0, now())",
            item,
            "PRIV-" + serial,
            used
          },
          {
            "insert into mall.customer_order (id, number, customer_id, branch, status, total,"
                + " returned, placed_at, recorded_at, placed_by, version) values (?, ?, ?, 'B0101',"
                + " 'PLACED', ?, 0, "
                + when
                + ", now(), 'wang', 0)",
            order,
            "O-P" + serial,
            customer,
            used
          },
          {
            "insert into mall.order_line values (?, ?, 1, ?, ?, 'Umbrella', ?, 1, 0)",
            line,
            order,
            item,
            "PRIV-" + serial,
            used
          },
          {
            "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
                + " reason, effective_on, recorded_at, recorded_by) values (?, ?, 1, 'GRANT', 100,"
                + " 100, ?, current_date, now(), 'wang')",
            granted,
            customer,
            "birthday of " + words
          },
          {"insert into mall.posting values (?, 1, 'CUSTOMER', ?, null, 100)", granted, lot},
          {"insert into mall.posting values (?, 2, 'ISSUED', null, null, -100)", granted},
          {
            "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
                + " order_id, reason, effective_on, recorded_at, recorded_by) values (?, ?, 2,"
                + " 'REDEEM', ?, ?, ?, null, current_date, now(), 'wang')",
            redeemed,
            customer,
            -used,
            left,
            order
          },
          {
            "insert into mall.posting values (?, 1, 'CUSTOMER', ?, ?, ?)",
            redeemed,
            lot,
            line,
            -used
          },
          {"insert into mall.posting values (?, 2, 'REDEEMED', null, ?, ?)", redeemed, line, used},
          {
            "insert into mall.review (id, order_line_id, item_id, customer_id, branch, stars,"
                + " words, status, written_at, written_by, version) values (?, ?, ?, ?, 'B0101', 4,"
                + " ?, 'PENDING', now(), 'wang', 0)",
            Ids.next(),
            line,
            item,
            customer,
            "a gift for " + words
          },
        });
    return this;
  }

  /** A suggestion of his that still waits, with its version and step. */
  PrivacyWorld withRemark() {
    UUID remark = Ids.next();
    owner(
        "insert into complaints.remark values (?, 0, ?, 'SUGGESTION', 'RECORDED', 'COUNTER', null,"
            + " ?, ?, ?, null, ?, null, now(), now(), null, null, null, null, null, null, false,"
            + " 1)",
        remark,
        "JY-P" + serial,
        customer,
        name,
        phone,
        words);
    owner(
        "insert into complaints.remark_history select id, number, kind, status, channel, branch,"
            + " customer_id, name, contact, product, narrative, staff, received_at, recorded_at,"
            + " department, answer, answered_at, closed_at, from_complaint, into_complaint,"
            + " texts_erased, step_count, -1, 0 from complaints.remark where id = ?",
        remark);
    owner(
        "insert into complaints.remark_step values (?, ?, 1, 'RECORD', 'RECORDED', now(), 'zhao',"
            + " ?)",
        Ids.next(),
        remark,
        words);
    return this;
  }

  /** What was written about him so that the bank learns, with its versions. */
  PrivacyWorld withLearning() {
    UUID failure = Ids.next();
    UUID second = Ids.next();
    for (UUID one : List.of(failure, second)) {
      owner(
          "insert into learning.failure values (?, ?, ?, 'TS-P', 'COMPLAINED', now())",
          one,
          customer,
          Ids.next());
    }
    UUID alarm = Ids.next();
    owner(
        "insert into learning.second_failure values (?, 0, ?, ?, ?, ?, 3, now(), 'zhao', now(), ?)",
        alarm,
        failure,
        second,
        customer,
        Ids.next(),
        words);
    owner(
        "insert into learning.second_failure_history select id, first_id, second_id, customer_id,"
            + " complaint_id, days_between, raised_at, handled_by, handled_at, handling, -1, 0"
            + " from learning.second_failure where id = ?",
        alarm);
    UUID winBack = Ids.next();
    owner(
        "insert into learning.win_back values (?, 0, ?, 'TS-P', ?, 'zhao', current_date, ?, 'zhao',"
            + " now(), 'STAYS', ?, 'zhao', now(), null)",
        winBack,
        Ids.next(),
        customer,
        words,
        words);
    owner(
        "insert into learning.win_back_history select id, complaint_id, number, customer_id, owner,"
            + " due_on, plan, planned_by, planned_at, outcome, result, done_by, done_at, again_at,"
            + " -1, 0 from learning.win_back where id = ?",
        winBack);
    owner(
        "insert into learning.survey values (?, 0, ?, 'TS-P', ?, null, ?, now(), now(), 5, 2, ?,"
            + " now(), null)",
        Ids.next(),
        Ids.next(),
        customer,
        "0".repeat(58) + serial,
        words);
    owner(
        "insert into learning.violation values (?, 0, 'teller', ?, 'TS-P', ?, 'LATE',"
            + " '2020-01-01', 1, ?, 'zhao', now(), current_date, current_date, 'STANDING',"
            + " null, null, null, null, null)",
        Ids.next(),
        Ids.next(),
        customer,
        words);
    return this;
  }

  /** All of {@link #withLearning} ended so many days ago, and the points have lapsed. */
  PrivacyWorld learnedDaysAgo(int days) {
    for (String what :
        List.of(
            "win_back set done_at",
            "second_failure set handled_at",
            "survey set answered_at",
            "violation set lapses_on = current_date, given_at")) {
      owner(
          "update learning." + what + " = now() - make_interval(days => ?) where customer_id = ?",
          days,
          customer);
    }
    return this;
  }

  /** Points that he was granted and cannot use yet. */
  PrivacyWorld withLockedPoints(long locked) {
    UUID lot = Ids.next();
    UUID granted = Ids.next();
    transaction(
        new Object[][] {
          {"insert into mall.points_account values (?, 1, now())", customer},
          {
            "insert into mall.lot (id, customer_id, source, granted, remaining, locked, granted_on,"
                + " activates_by) values (?, ?, 'GRANTED', ?, 0, ?, current_date, 'first-order')",
            lot,
            customer,
            locked,
            locked
          },
          {
            "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
                + " reason, effective_on, recorded_at, recorded_by) values (?, ?, 1, 'GRANT', 0,"
                + " 0, 'welcome', current_date, now(), 'wang')",
            granted,
            customer
          },
          {"insert into mall.posting values (?, 1, 'LOCKED', ?, null, ?)", granted, lot, locked},
          {"insert into mall.posting values (?, 2, 'ISSUED', null, null, ?)", granted, -locked},
        });
    return this;
  }

  PrivacyWorld withComplaint(boolean open, int daysAgo) {
    UUID complaint = Ids.next();
    String when = "now() - interval '" + daysAgo + " days'";
    owner(
        "insert into complaints.complaint (id, version, number, status, channel, source, branch,"
            + " customer_id, complainant_name, complainant_contact, narrative, product, issue,"
            + " complexity, received_at, recorded_at, rule_pack, rule_version, due_at, due_on,"
            + " open, ticking, handler, cause, finding, resolution, measures, answer, root_cause,"
            + " closed_at, on_time, step_count, level) values (?, 0, ?, ?, 'COUNTER', 'HEYI',"
            + " 'B0101', ?, ?, ?, ?, 'Card', ?, 'SIMPLE', "
            + when
            + ", now(), 'CN-2020-3', 1, now(), current_date, ?, ?, 'zhao', 'MARKETING', ?,"
            + " 'EXPLANATION', ?, ?, ?, "
            + (open ? "null" : when)
            + ", ?, 1, 'BRANCH')",
        complaint,
        "TS-P" + serial,
        open ? "RECORDED" : "CLOSED",
        customer,
        name,
        phone,
        words + " was rude to me",
        words,
        open,
        open,
        words,
        words,
        words,
        words,
        open ? null : true);
    owner(
        "insert into complaints.complaint_history select id, number, status, channel, source,"
            + " external_ref, branch, customer_id, complainant_name, complainant_contact,"
            + " narrative, product, sub_product, issue, sub_issue, complexity, received_at,"
            + " recorded_at, rule_pack, rule_version, due_at, due_on, open, ticking, handler,"
            + " handler_name, cause, business, department, finding, resolution, measures, answer,"
            + " answer_channel, answered_at, satisfaction, root_cause, closed_at, on_time,"
            + " step_count, -1, 0 from complaints.complaint where id = ?",
        complaint);
    owner(
        "insert into complaints.step (id, complaint_id, seq, step, to_status, taken_at, who,"
            + " who_name, roles, detail) values (?, ?, 1, 'RECORD', 'RECORDED', now(), 'zhao',"
            + " '赵', 'complaint-handler', ?::json)",
        Ids.next(),
        complaint,
        "{\"narrative\": \"" + words + "\", \"contact\": \"" + phone + "\"}");
    return this;
  }

  /** A finished run with a rejected row that names him. */
  UUID withReject(String storedFile, int daysAgo) {
    UUID run = Ids.next();
    owner(
        "insert into imports.run (id, kind, file_name, stored_file, sha256, total_bytes, status,"
            + " caller, requested_by, requested_at, finished_at, version) values (?,"
            + " 'bank-customers', 'f.csv', ?, repeat('a', 64), 10, 'FINISHED', '{}', 'wang', now()"
            + " - interval '"
            + daysAgo
            + " days', now() - interval '"
            + daysAgo
            + " days', 0)",
        run,
        storedFile);
    owner(
        "insert into imports.reject values (?, 2, 'customer.duplicate', ?::jsonb, ?::json)",
        run,
        "[\"" + number + "\"]",
        "{\"name\": \"" + name + "\", \"resident\": \"" + residentId + "\"}");
    return run;
  }

  /** A grant that waited for a second person, and was rejected. */
  UUID withRequest(int daysAgo) {
    UUID request = withWaiting("points.grant", "request:" + Ids.next());
    owner(
        "update approvals.request set status = 'REJECTED', decided_by = 'li',"
            + " decided_at = now() - interval '"
            + daysAgo
            + " days', decision_reason = ? where id = ?",
        "no gift for " + words,
        request);
    return request;
  }

  /** A call about him that waits for a second person. */
  UUID withWaiting(String action, String target) {
    UUID request = Ids.next();
    owner(
        "insert into approvals.request (id, version, status, action, module, target, reason, unit,"
            + " maker, maker_name, maker_roles, maker_locale, channel, request_id, tried_at,"
            + " made_at, expires_at, arguments, arguments_hash, shown, changes, checker_roles,"
            + " fingerprint) values (?, 0, 'PENDING', ?, 'mall', ?, ?, 'POINTS',"
            + " 'wang', 'w', 'operator', 'zh-CN', 'REST', 'r', now(), now(), now() + interval '1"
            + " day', ?, repeat('a', 64), '{}', '[]', ',head-office-admin,', repeat('a', 64))",
        request,
        action,
        target,
        words,
        "[{\"customerId\":\"" + customer + "\",\"reason\":\"" + words + "\"}]");
    return request;
  }

  /** He keeps house with a child that has tasks, goals and notices, all over for so many days. */
  PrivacyWorld withFamily(int daysAgo) {
    UUID household = Ids.next();
    UUID child = Ids.next();
    String when = "now() - interval '" + daysAgo + " days'";
    String on = "current_date - " + daysAgo;
    owner("insert into family.household values (?, 0, ?, " + when + ")", household, words);
    owner(
        "insert into family.member values (?, 0, ?, ?, 'GUARDIAN', " + on + ", " + on + ")",
        Ids.next(),
        household,
        customer);
    owner(
        "insert into family.task values (?, 0, ?, ?, ?, ?, 5, ?, ?, 'CANCELLED', "
            + when
            + ", "
            + when
            + ", null)",
        Ids.next(),
        household,
        customer,
        child,
        words,
        Ids.next(),
        Ids.next());
    owner(
        "insert into family.goal values (?, 0, ?, ?, ?, ?, 5, " + when + ", true)",
        Ids.next(),
        household,
        child,
        Ids.next(),
        words);
    owner(
        "insert into family.notice values (?, ?, ?, 'PAYMENT_DECLINED', 5, ?, " + when + ")",
        Ids.next(),
        household,
        child,
        "code-" + serial);
    return this;
  }

  /** He got a coupon, for a reason that names him. */
  PrivacyWorld withCoupon() {
    return withCoupon(0);
  }

  /** A coupon that was issued so many days ago, for a reason. */
  PrivacyWorld withCoupon(int daysAgo) {
    UUID template = Ids.next();
    UUID coupon = Ids.next();
    owner(
        "insert into promotions.coupon_template (id, version, code, name, status, reduction,"
            + " amount, minimum_spend, validity, limited, exclusive, stack_group, precedence,"
            + " restore_days, created_at, created_by) values (?, 0, ?, 'Welcome', 'ACTIVE',"
            + " 'POINTS', 5, 0, 'ISSUE_DAY', false, false, 'W', 1, 0, now(), 'test')",
        template,
        "W" + serial);
    owner(
        "insert into promotions.coupon (id, version, template_id, customer_id, code, status,"
            + " valid_from, valid_until, issued_at) values (?, 0, ?, ?, ?, 'AVAILABLE',"
            + " current_date, current_date, now())",
        coupon,
        template,
        customer,
        "CODE-" + serial);
    owner(
        "insert into promotions.coupon_move (id, coupon_id, step, reason, at, moved_by)"
            + " values (?, ?, 'ISSUED', ?, now() - make_interval(days => ?), 'test')",
        Ids.next(),
        coupon,
        words,
        daysAgo);
    return this;
  }

  /** Points of a task that were taken back so many days ago, for a reason. */
  PrivacyWorld withUndoneEarning(int daysAgo) {
    UUID task = Ids.next();
    UUID completion = Ids.next();
    owner(
        "insert into promotions.task (id, version, code, name, kind, points, per_day, starts_on,"
            + " ends_on, created_at, created_by) values (?, 0, ?, 'Survey', 'ACTION', 5, 1,"
            + " current_date, current_date, now(), 'test')",
        task,
        "T" + serial);
    owner(
        "insert into promotions.completion (id, task_id, customer_id, day, no, source, streak,"
            + " points, settled, completed_at, completed_by) values (?, ?, ?, current_date, 1,"
            + " 'survey', 0, 5, 5, now(), 'test')",
        completion,
        task,
        customer);
    owner(
        "insert into promotions.completion_undone (completion_id, taken_back, owed, reason,"
            + " undone_at, undone_by) values (?, 5, 0, ?, now() - make_interval(days => ?),"
            + " 'test')",
        completion,
        words,
        daysAgo);
    return this;
  }

  /** He got a gift card from the bank, and nothing was paid with it. */
  PrivacyWorld withGiftCard() {
    UUID card = Ids.next();
    UUID entry = Ids.next();
    transaction(
        new Object[][] {
          {
            "insert into giftcards.card (id, version, number, status, funding, amount, balance,"
                + " movements, expires_on, customer_id, issued_at, issued_by) values (?, 0, ?,"
                + " 'ISSUED', 'CASH', 50, 50, 1, current_date + 1000, ?, now(), 'test')",
            card,
            "GP" + serial,
            customer
          },
          {
            "insert into giftcards.entry (id, kind, amount, booked_on, booked_at, booked_by)"
                + " values (?, 'ISSUE', 50, current_date, now(), 'test')",
            entry
          },
          {
            "insert into giftcards.posting values (?, ?, 'GIFT_CARDS', ?, 50, 50, 1)",
            Ids.next(),
            entry,
            card
          },
          {
            "insert into giftcards.posting values (?, ?, 'CASH', null, -50, null, null)",
            Ids.next(),
            entry
          }
        });
    return this;
  }

  /** Told of his complaint by SMS, with his own words; and to be told by e-mail from now on. */
  PrivacyWorld withMessages() {
    owner(
        "insert into messages.message (id, version, dedup_key, recipient_kind, recipient_id,"
            + " customer_id, template, args, status, channel, language, attempts, next_attempt_at,"
            + " queued_at, sent_at) values (?, 0, ?, 'customer', ?, ?, 'complaint.extended',"
            + " ?::json, 'SENT', 'SMS', 'zh-CN', 1, now(), now(), now())",
        Ids.next(),
        "privacy:" + serial,
        customer,
        customer,
        "[\"" + words + "\"]");
    String email = words + "@example.com";
    owner("insert into messages.preference values (?, 0, 'en', 'EMAIL', ?)", customer, email);
    owner(
        "insert into messages.preference_history (customer_id, language, channel, email, revision,"
            + " revision_kind) values (?, 'en', 'EMAIL', ?, -1, 0)",
        customer,
        email);
    return this;
  }

  /** An invoice that was made out to him by his name. */
  PrivacyWorld withInvoice() {
    UUID invoice = Ids.next();
    transaction(
        new Object[][] {
          {
            "insert into invoices.invoice (id, version, issuer, seller_name, year, serial, number,"
                + " kind, order_id, order_number, customer_id, gross, net, tax, requested_at,"
                + " requested_by, buyer_kind, buyer_title, status, attempts, next_attempt_at,"
                + " official_number, issued_at) values (?, 0, ?, 'Bank', 2026, 1,"
                + " 'FP2026-00000001', 'BLUE', ?, 'M1', ?, 1.13, 1, 0.13, now(), 'wang', 'PERSON',"
                + " ?, 'ISSUED', 1, now(), ?, now())",
            invoice,
            "P" + serial,
            Ids.next(),
            customer,
            name,
            String.format("%020d", serial)
          },
          {
            "insert into invoices.invoice_line values (?, ?, 1, ?, null, 'K', 'Kettle',"
                + " '1000000000000000000', 0.13, 1, 1.13, 1.13, 1, 0.13)",
            Ids.next(),
            invoice,
            Ids.next()
          }
        });
    return this;
  }

  /** Used the app, got stuck in it, and wants his menu otherwise; all so many days ago. */
  PrivacyWorld withMenu(int daysAgo) {
    String when = "now() - interval '" + daysAgo + " days'";
    UUID journey = Ids.next();
    owner(
        "insert into menu.use values (?, ?, " + when + ", ?, 'APP', 'FAILED', 'TRANSFER', 'SEND')",
        Ids.next(),
        customer,
        journey);
    owner(
        "insert into menu.habit values (?, 1, " + when + ", 1, 10, 'APP', '35', 'TRANSFER')",
        customer);
    owner(
        "insert into menu.help values (?, 0, ?, ?, 'TRANSFER', 'SEND', 'APP', 3, 'OFFERED', "
            + when
            + ")",
        Ids.next(),
        customer,
        journey);
    owner("insert into menu.preference values (?, 0, true, true, 'TRANSFER', '')", customer);
    owner(
        "insert into menu.preference_history values (?, true, true, 'TRANSFER', '', -1, 0)",
        customer);
    return this;
  }

  void withAnswer(int daysAgo) {
    owner(
        "insert into shared.idempotency values ('c', ?, 'customer.register', repeat('a', 64),"
            + " ?::jsonb, now() - interval '"
            + daysAgo
            + " days')",
        "key-" + serial,
        "{\"name\": \"" + name + "\", \"number\": \"" + number + "\"}");
  }

  /** Every table in which one of these texts stands in any column. */
  static List<String> tablesHolding(List<String> texts) {
    List<String> found = new ArrayList<>();
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          connection
              .createStatement()
              .executeQuery(
                  "select format('%I.%I', schemaname, tablename) from pg_tables"
                      + " where schemaname not in ('pg_catalog', 'information_schema')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        for (String text : texts) {
          try (PreparedStatement search =
              connection.prepareStatement(
                  "select 1 from " + table + " t where position(? in t::text) > 0 limit 1")) {
            search.setString(1, text);
            try (ResultSet hit = search.executeQuery()) {
              if (hit.next()) {
                found.add(table + " holds " + text);
              }
            }
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void owner(String sql, Object... values) {
    execute(TestDatabase.get().owner(), sql, values);
  }

  static void execute(DataSource source, String sql, Object... values) {
    try (Connection connection = source.getConnection()) {
      run(connection, sql, values);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  static long number(String sql, Object... values) {
    return ((Number) value(sql, values)).longValue();
  }

  static Object value(String sql, Object... values) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void transaction(Object[][] statements) {
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      for (Object[] statement : statements) {
        Object[] values = java.util.Arrays.copyOfRange(statement, 1, statement.length);
        run(connection, (String) statement[0], values);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
