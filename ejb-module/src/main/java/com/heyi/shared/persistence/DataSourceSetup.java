package com.heyi.shared.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import javax.sql.DataSource;

/**
 * The application's own data source, so that the same archive runs on Payara Micro and Payara
 * Server without setting the server up. Addresses and secrets come from MicroProfile Config. It
 * connects as the application's role, which may not alter tables; migrations use another role.
 *
 * <p>A second, small one serves the transactions that are begun inside another one ({@link
 * com.heyi.shared.facade.Apart}).
 */
@Singleton
@Startup
@DataSourceDefinition(
    name = "java:app/jdbc/heyi",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=heyi.db.url}",
    user = "${MPCONFIG=heyi.db.user}",
    password = "${MPCONFIG=heyi.db.password}",
    minPoolSize = 2,
    maxPoolSize = 32,
    properties = {
      "applicationName=heyi",
      "reWriteBatchedInserts=true",
      // The database's detail of an error names the values of the row; they belong in no log.
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.fail-all-connections=true"
    })
@DataSourceDefinition(
    name = "java:app/jdbc/heyi-apart",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=heyi.db.url}",
    user = "${MPCONFIG=heyi.db.user}",
    password = "${MPCONFIG=heyi.db.password}",
    minPoolSize = 1,
    maxPoolSize = 8,
    properties = {
      "applicationName=heyi-apart",
      "reWriteBatchedInserts=true",
      // The database's detail of an error names the values of the row; they belong in no log.
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.fail-all-connections=true"
    })
public class DataSourceSetup {
  @Resource(lookup = "java:app/jdbc/heyi-apart")
  private DataSource apart;

  @PostConstruct
  void offer() {
    Connections.apartFrom(apart);
  }
}
