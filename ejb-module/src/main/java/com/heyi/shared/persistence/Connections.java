package com.heyi.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;

/**
 * Where sessions get their connections: from the persistence unit's data source, and those of
 * methods that work apart from a small one of their own.
 */
public class Connections extends DatasourceConnectionProviderImpl {
  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<Boolean> APART = new ThreadLocal<>();
  private static volatile DataSource small;

  /** From now on what works apart uses this data source. */
  static void apartFrom(DataSource source) {
    small = source;
  }

  /** Does the work with connections from the small data source. */
  public static <T> T apart(Callable<T> work) throws Exception {
    Boolean before = APART.get();
    APART.set(true);
    try {
      return work.call();
    } finally {
      if (before == null) {
        APART.remove();
      }
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    DataSource source = small;
    return source != null && APART.get() != null ? source.getConnection() : super.getConnection();
  }
}
