package com.heyi.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answers. That its schema fits was checked when the application started. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseReady.class);
  private static final int PATIENCE_SECONDS = 3;

  @Resource(lookup = "java:app/jdbc/heyi")
  private DataSource database;

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = database.getConnection()) {
      return HealthCheckResponse.named("database")
          .status(connection.isValid(PATIENCE_SECONDS))
          .build();
    } catch (SQLException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return HealthCheckResponse.down("database");
    }
  }
}
