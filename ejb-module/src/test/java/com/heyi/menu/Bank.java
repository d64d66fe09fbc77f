package com.heyi.menu;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppRegister;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityStatus;
import com.heyi.menu.internal.MenuWorks;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A bank whose channels show menus, for tests: the real facades on the real database. */
final class Bank {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Map<UUID, LocalDate> born = new ConcurrentHashMap<>();
  private volatile Instant now = Instant.parse("2026-03-20T02:00:00Z");
  private Locale language = Locale.ENGLISH;

  private final Map<UUID, List<CustomerRef>> merged = new ConcurrentHashMap<>();

  /** What the desk was told. */
  final List<HelpOffered> told = Collections.synchronizedList(new ArrayList<>());

  /** A customer of another branch. */
  final UUID foreign = Ids.next();

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

  /** A bank that has no customers yet. */
  static Bank opened() {
    try (Connection owner = TestDatabase.get().owner().getConnection()) {
      owner.createStatement().execute("delete from menu.trend; delete from menu.habit");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Bank();
  }

  void itIs(String instant) {
    now = Instant.parse(instant);
  }

  /** Ten in the morning of this day at the bank. */
  void todayIs(String day) {
    itIs(day + "T02:00:00Z");
  }

  Instant now() {
    return now;
  }

  void speaks(Locale locale) {
    language = locale;
  }

  UUID customer(String bornOn) {
    UUID id = Ids.next();
    if (bornOn != null) {
      born.put(id, LocalDate.parse(bornOn));
    }
    return id;
  }

  /** One record turns out to be another one's customer. */
  void merges(UUID record, UUID into) {
    merged.put(into, List.of(new CustomerRef(record, "C2", "张伟", null, null)));
  }

  /** Uses a function in the app now, and it goes well. */
  UsesTaken uses(UUID customer, String function) {
    return uses(customer, MenuChannel.APP, function);
  }

  UsesTaken uses(UUID customer, MenuChannel channel, String function) {
    return reports(
        customer, new FunctionUse(Ids.next(), channel, function, now, UseOutcome.OK, null, null));
  }

  UsesTaken reports(UUID customer, FunctionUse... uses) {
    return does(facade -> facade.report(new ReportUses(customer, List.of(uses))));
  }

  /** A step of a journey, so many minutes ago. */
  FunctionUse step(UUID journey, String step, UseOutcome outcome, long minutesAgo) {
    return new FunctionUse(
        Ids.next(),
        MenuChannel.APP,
        "TRANSFER",
        now.minusSeconds(60 * minutesAgo),
        outcome,
        journey,
        step);
  }

  MenuView menu(UUID customer) {
    return menu(customer, MenuChannel.APP, null);
  }

  MenuView menu(UUID customer, MenuChannel channel, Instant at) {
    return does(facade -> facade.menu(new AskMenu(customer, channel, at, AskMenu.MOST)));
  }

  List<String> order(UUID customer) {
    return codes(menu(customer));
  }

  static List<String> codes(MenuView menu) {
    return menu.places().stream().map(MenuPlace::function).toList();
  }

  MenuPreferenceView wants(UUID customer, List<String> pins, List<String> hides) {
    return does(
        facade ->
            facade.setPreference(
                new SetMenuPreference(
                    customer,
                    facade.preference(customer).version(),
                    false,
                    false,
                    null,
                    pins,
                    hides)));
  }

  /** What the nightly run does. */
  int countsTrends() {
    return as(works -> works.trends());
  }

  <T> T does(Function<MenuFacade, T> call) {
    return as(works -> call.apply(facade(works)));
  }

  <T> T registers(Function<MenuFunctionsFacade, T> call) {
    return as(works -> call.apply(new MenuFunctionsFacade(works.functions())));
  }

  <T> T as(Function<MenuWorks, T> work) {
    Caller channel =
        new Caller(
            "app.mobile",
            "手机银行",
            Set.of(Role.OPERATOR),
            null,
            "10.0.0.1",
            "r-1",
            Channel.REST,
            null,
            language);
    try {
      return CallContext.callAs(
          channel, () -> TestDatabase.get().inTransaction(em -> work.apply(works(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private MenuWorks works(EntityManager em) {
    return new MenuWorks(em, customers(), apps(), clock, told::add);
  }

  private MenuFacade facade(MenuWorks works) {
    return new MenuFacade(
        works.menus(),
        works.preferences(),
        works.reports(),
        works.uses(),
        works.helps(),
        customers());
  }

  private static AppRegister apps() {
    return (AppRegister)
        Proxy.newProxyInstance(
            Bank.class.getClassLoader(),
            new Class<?>[] {AppRegister.class},
            (proxy, method, args) ->
                List.of(new AppFunctionView("TRANSFER", "转账汇款", "轉帳匯款", "Transfers")));
  }

  private CustomerDirectory customers() {
    return (CustomerDirectory)
        Proxy.newProxyInstance(
            Bank.class.getClassLoader(),
            new Class<?>[] {CustomerDirectory.class},
            (proxy, method, args) -> {
              if (method.getName().equals("mergedInto")) {
                return merged.getOrDefault((UUID) args[0], List.of());
              }
              if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, args);
              }
              UUID id = (UUID) args[0];
              return switch (method.getName()) {
                case "birthDate" -> Optional.ofNullable(born.get(id));
                case "require" -> {
                  if (id.equals(foreign)) {
                    throw new HeyiException(CommonError.OTHER_BRANCH);
                  }
                  yield new CustomerRef(id, "C1", "张伟", "B0101", IdentityStatus.VERIFIED);
                }
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }
}
