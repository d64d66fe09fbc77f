package com.heyi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests, once per JVM: migrated by its owner, used through the application's
 * role. The entities are validated against the schema when it is first asked for.
 */
public final class TestDatabase {
  private static final String APP_ROLE = "heyi_app";
  private static final String PASSWORD = "test";
  private static TestDatabase instance;

  private final DataSource owner;
  private final DataSource app;
  private final EntityManagerFactory entityManagers;

  private TestDatabase() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      owner = postgres.getPostgresDatabase();
      try (Connection connection = owner.getConnection()) {
        connection
            .createStatement()
            .execute("CREATE ROLE " + APP_ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
      }
      migrate();
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(postgres.getJdbcUrl(APP_ROLE, "postgres"));
      source.setUser(APP_ROLE);
      source.setPassword(PASSWORD);
      source.setReWriteBatchedInserts(true);
      app = source;
      entityManagers = buildEntityManagers();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The test database does not start", e);
    }
  }

  /** The database of this JVM, started when first asked for. */
  public static synchronized TestDatabase get() {
    if (instance == null) {
      instance = new TestDatabase();
    }
    return instance;
  }

  /** Connections of the owner, who may alter tables. */
  public DataSource owner() {
    return owner;
  }

  /** Connections of the application's role. */
  public DataSource app() {
    return app;
  }

  public EntityManagerFactory entityManagers() {
    return entityManagers;
  }

  /** Does the work in a transaction of its own, rolled back when it throws. */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    EntityManager em = entityManagers().createEntityManager();
    try {
      em.getTransaction().begin();
      T answer = work.apply(em);
      em.getTransaction().commit();
      return answer;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  /**
   * Changes what the application may not, as data of other times would have it.
   *
   * @param values what stands for the question marks
   */
  public void change(String sql, Object... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does the work in a transaction of its own, rolled back when it throws. */
  public void doInTransaction(Consumer<EntityManager> work) {
    inTransaction(
        em -> {
          work.accept(em);
          return null;
        });
  }

  private void migrate() {
    for (String module : modules()) {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:db/" + module)
          .schemas(module)
          .placeholders(Map.of("app_role", APP_ROLE))
          .load()
          .migrate();
    }
    try (Connection connection = owner.getConnection()) {
      connection.createStatement().execute("CALL audit.prove_histories()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The modules that own a schema, shared first because the others build on it. */
  private static List<String> modules() {
    try {
      Path root = Path.of(TestDatabase.class.getResource("/db/shared").toURI()).getParent();
      try (Stream<Path> folders = Files.list(root)) {
        List<String> others =
            folders
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.equals("shared"))
                .sorted()
                .toList();
        return Stream.concat(Stream.of("shared"), others.stream()).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The application's own persistence unit, only on this data source and without a server, so that
   * entities behave here as they do there.
   */
  private EntityManagerFactory buildEntityManagers() {
    return Persistence.createEntityManagerFactory(
        "heyi",
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource",
            app,
            "hibernate.transaction.jta.platform",
            NoJtaPlatform.class.getName()));
  }
}
