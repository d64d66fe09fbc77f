package com.heyi.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.RegisterCustomer;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.PointsFacade;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.FacadeInterceptor;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Points;
import com.heyi.testing.People;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/**
 * The facade mechanism where it lives: in the container, over the real WAR, with its transactions,
 * its data source and the rights of the application's role.
 */
@ArquillianTest
class DoorOfTheFacadesIT {
  /** As many as the server has threads that answer calls. */
  private static final int MANY = 50;

  @Inject private CustomersFacade customers;
  @Inject private PointsFacade points;
  @Inject private BeanManager beans;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  @Resource(lookup = "java:app/jdbc/heyi")
  private DataSource database;

  @Deployment
  static Archive<?> theRealApplication() {
    return InContainer.deployment();
  }

  @Test
  void aRefusedCallerLeavesARefusedRow() {
    Caller auditor = caller(Role.AUDITOR, null);
    RegisterCustomer command = somebody();

    assertThatThrownBy(() -> register(auditor, command))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("auth.forbidden"));

    assertThat(trailOf(auditor)).containsExactly("customer.register REFUSED auth.forbidden");
    assertThat(customersWith(command)).isZero();
  }

  @Test
  void aCallerWithoutAnyRoleLeavesARefusedRow() {
    Caller nobody =
        new Caller(
            "nobody", null, Set.of(), null, "here", id(), Channel.REST, null, Locale.ENGLISH);
    assertThatThrownBy(() -> register(nobody, somebody())).isInstanceOf(HeyiException.class);
    assertThat(trailOf(nobody)).containsExactly("customer.register REFUSED auth.forbidden");
  }

  @Test
  void aFailingCommandLeavesAFailedRowAndNoChange() throws Exception {
    RegisterCustomer command = somebody();
    register(caller(Role.OPERATOR, null), command);
    Caller second = caller(Role.OPERATOR, null);

    assertThatThrownBy(() -> register(second, command))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("customer.duplicate"));

    assertThat(trailOf(second)).containsExactly("customer.register FAILED customer.duplicate");
    assertThat(customersWith(command)).isEqualTo(1);
  }

  @Test
  void anUnacceptableRequestLeavesAFailedRow() {
    Caller operator = caller(Role.OPERATOR, null);
    RegisterCustomer wrong = new RegisterCustomer("", "1", "2", null, "B0101");
    assertThatThrownBy(() -> register(operator, wrong))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> assertThat(e.fields()).extracting("field").contains("name", "residentId"));
    assertThat(trailOf(operator)).containsExactly("customer.register FAILED request.invalid");
  }

  @Test
  void aDoneCommandLeavesADoneRowWithItsTarget() throws Exception {
    Caller operator = caller(Role.OPERATOR, null);
    CustomerView customer = register(operator, somebody());
    assertThat(trailOf(operator)).containsExactly("customer.register DONE null");
    assertThat(
            number(
                "select count(*) from audit.entry where request_id = ? and target = ?",
                operator.requestId(),
                "customer:" + customer.id()))
        .isEqualTo(1);
  }

  @Test
  void theDoneRowAndTheChangeFallTogether() throws Exception {
    Caller operator = caller(Role.OPERATOR, id());
    RegisterCustomer command = somebody();

    transaction.begin();
    register(operator, command);
    transaction.rollback();

    assertThat(customersWith(command)).isZero();
    assertThat(trailOf(operator)).isEmpty();
    register(operator, command);
    assertThat(customersWith(command)).isEqualTo(1);
    assertThat(trailOf(operator)).containsExactly("customer.register DONE null");
  }

  @Test
  void whoWaitsTooLongForAnotherIsToldToTryAgain() throws Exception {
    Caller operator = caller(Role.OPERATOR, null);
    RegisterCustomer command = somebody();
    assertThat(text("show lock_timeout")).isEqualTo("1min");
    assertThat(text("show idle_in_transaction_session_timeout")).isEqualTo("15min");

    try (Connection another = ofNoTransaction()) {
      try (PreparedStatement takes =
          another.prepareStatement(
              "select pg_advisory_xact_lock("
                  + "hashtextextended('accounts.resident' || chr(31) || ?, 0))")) {
        takes.setString(1, command.residentId());
        takes.execute();
      }
      transaction.begin();
      execute("set local lock_timeout = '300ms'");
      assertThatThrownBy(() -> register(operator, command))
          .isInstanceOfSatisfying(
              HeyiException.class,
              e -> assertThat(e.code()).isEqualTo("request.concurrent-change"));
      transaction.rollback();
    }

    assertThat(trailOf(operator))
        .containsExactly("customer.register FAILED request.concurrent-change");
    register(operator, command);
    assertThat(customersWith(command)).isEqualTo(1);
  }

  @Test
  void aRetryIsRecognisedAndRecorded() throws Exception {
    Caller operator = caller(Role.OPERATOR, id());
    RegisterCustomer command = somebody();

    CustomerView first = register(operator, command);
    boolean[] replayed = new boolean[1];
    CustomerView second =
        CallContext.callAs(
            operator,
            () -> {
              CustomerView again = customers.register(command);
              replayed[0] = CallContext.replayed();
              return again;
            });

    assertThat(second).isEqualTo(first);
    assertThat(replayed[0]).isTrue();
    assertThat(customersWith(command)).isEqualTo(1);
    assertThat(trailOf(operator))
        .containsExactly("customer.register DONE null", "customer.register REPLAYED null");
  }

  /** Each of these calls holds a connection while its row is written apart. */
  @Test
  void asManyCallsAsCanBeAnsweredMayFailOrWaitAtOnceAndNoneWaitsForAnothersSecondConnection()
      throws Exception {
    RegisterCustomer known = somebody();
    register(caller(Role.OPERATOR, null), known);
    List<Callable<String>> calls = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      Caller operator = caller(Role.OPERATOR, null);
      UUID customer = register(caller(Role.OPERATOR, null), somebody()).id();
      boolean waits = n % 2 == 0;
      calls.add(
          () ->
              CallContext.callAs(
                  operator,
                  () ->
                      waits
                          ? codeOf(() -> points.grant(much(customer)))
                          : codeOf(() -> customers.register(known))));
    }
    ExecutorService threads = Executors.newFixedThreadPool(MANY);
    try {
      List<String> codes = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(calls, 40, TimeUnit.SECONDS)) {
        codes.add(answer.isCancelled() ? "no answer" : answer.get());
      }
      assertThat(codes).containsOnly("approval.pending", "customer.duplicate");
      assertThat(codes).filteredOn("approval.pending"::equals).hasSize(MANY / 2);
    } finally {
      threads.shutdownNow();
    }
  }

  private static GrantPoints much(UUID customer) {
    return new GrantPoints(customer, Points.of(20_000), "why", null);
  }

  private static String codeOf(Callable<?> call) throws Exception {
    try {
      call.call();
      return "done";
    } catch (HeyiException e) {
      return e.code();
    }
  }

  @Test
  void theSameKeyManyTimesAtOnceHasOneEffect() throws Exception {
    Caller operator = caller(Role.OPERATOR, id());
    RegisterCustomer command = somebody();
    Callable<String> attempt =
        () -> {
          try {
            return register(operator, command).id().toString();
          } catch (HeyiException e) {
            return e.code();
          }
        };

    List<Future<String>> running = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      running.add(executor.submit(attempt));
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> each : running) {
      answers.add(each.get());
    }

    assertThat(customersWith(command)).isEqualTo(1);
    assertThat(answers.stream().filter(answer -> !answer.equals("idempotency.in-progress")))
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer).hasSize(36));
    assertThat(answers.stream().filter(answer -> answer.length() == 36).distinct()).hasSize(1);
  }

  /** Each facade there is, found as the container knows it, so that a new one is tried too. */
  @Test
  void everyMethodOfEveryFacadeLetsInExactlyTheRolesItDeclares() throws Exception {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    Set<Bean<?>> facades =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .filter(bean -> bean.getBeanClass().isAnnotationPresent(Facade.class))
            .filter(bean -> bean.getBeanClass() != FacadeInterceptor.class)
            .collect(Collectors.toSet());
    for (Bean<?> bean : facades) {
      Class<?> type = bean.getBeanClass();
      Object facade = beans.getReference(bean, type, beans.createCreationalContext(bean));
      for (Method method : type.getDeclaredMethods()) {
        Optional<FacadeAction> action = FacadeAction.of(method);
        if (action.isEmpty()) {
          continue;
        }
        boolean open = action.get().withoutSignIn();
        for (Role role : Role.values()) {
          tried++;
          boolean allowed = open || action.get().allowed().contains(role);
          if (isRefused(facade, method, Set.of(role)) == allowed) {
            wrong.add(method + " for " + role);
          }
        }
        if (isRefused(facade, method, Set.of()) == open) {
          wrong.add(method + " for somebody without a role");
        }
      }
    }
    assertThat(wrong).as(tried + " calls").isEmpty();
    assertThat(tried).isGreaterThan(250);
  }

  /** Calls it with nothing in its hands, and undoes whatever that may have done. */
  private boolean isRefused(Object facade, Method method, Set<Role> roles) throws Exception {
    Caller caller =
        new Caller(
            "test.matrix", null, roles, "B0101", "here", id(), Channel.REST, null, Locale.ENGLISH);
    Object[] nothing =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type == boolean.class ? (Object) false : type.isPrimitive() ? 0 : null)
            .toArray();
    transaction.begin();
    try {
      CallContext.callAs(caller, () -> method.invoke(facade, nothing));
      return false;
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof HeyiException heyi && heyi.code().equals("auth.forbidden");
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void theApplicationCannotRewriteTheTrail() throws Exception {
    for (String attempt :
        List.of(
            "update audit.entry set who = 'somebody else'",
            "delete from audit.entry",
            "truncate audit.entry",
            "alter table audit.entry disable trigger all",
            "drop table audit.entry")) {
      assertThatThrownBy(() -> execute(attempt))
          .as(attempt)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void theApplicationCannotRewriteTheLedger() throws Exception {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'immutable'");
        ResultSet found = query.executeQuery()) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    assertThat(tables).anyMatch(table -> table.startsWith("mall.")).contains("audit.entry");
    for (String table : tables) {
      assertThatThrownBy(() -> execute("delete from " + table))
          .as(table)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      assertThatThrownBy(() -> execute("truncate " + table))
          .as(table)
          .isInstanceOf(SQLException.class);
    }
  }

  private CustomerView register(Caller caller, RegisterCustomer command) throws Exception {
    return CallContext.callAs(caller, () -> customers.register(command));
  }

  private static RegisterCustomer somebody() {
    return new RegisterCustomer(People.name(), People.residentId(), People.phone(), null, "B0101");
  }

  private static Caller caller(Role role, String key) {
    return new Caller(
        "test." + role.key(),
        null,
        Set.of(role),
        null,
        "10.0.0.1",
        id(),
        Channel.REST,
        key,
        Locale.ENGLISH);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private long customersWith(RegisterCustomer command) {
    return number(
        "select count(*) from accounts.customer where resident_id = ?", command.residentId());
  }

  private List<String> trailOf(Caller caller) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select action || ' ' || outcome || ' ' || coalesce(error_code, 'null')"
                    + " from audit.entry where request_id = ? order by id")) {
      query.setString(1, caller.requestId());
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long number(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int at = 0; at < arguments.length; at++) {
        query.setObject(at + 1, arguments[at]);
      }
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet found = query.executeQuery()) {
      found.next();
      return found.getString(1);
    }
  }

  /** A connection that takes no part in the test's transaction, and holds what it locks. */
  private Connection ofNoTransaction() throws Exception {
    Callable<Connection> open = database::getConnection;
    Connection connection = executor.submit(open).get();
    connection.setAutoCommit(false);
    return connection;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
