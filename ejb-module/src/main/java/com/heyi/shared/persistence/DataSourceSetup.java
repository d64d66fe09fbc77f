package com.heyi.shared.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * The application's own data source, so that the same archive runs on Payara Micro and Payara
 * Server without setting the server up. Addresses and secrets come from MicroProfile Config. It
 * connects as the application's role, which may not alter tables; migrations use another role.
 *
 * <p>A call may need a second connection while it holds its first ({@link
 * com.heyi.shared.facade.Apart}), so there are two for each of the 50 threads that the launcher
 * lets the server answer calls with; else such calls could wait for each other.
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
    maxPoolSize = 100,
    properties = {
      "applicationName=heyi",
      "reWriteBatchedInserts=true",
      // Nobody waits for a row without end ({@link Races}), and who has vanished holds none.
      "options=-c lock_timeout=60s -c idle_in_transaction_session_timeout=15min"
          + " -c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6",
      "tcpKeepAlive=true",
      // The database's detail of an error names the values of the row; they belong in no log.
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      // Asked at most so often, since asking is a round trip that each call would pay.
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true"
    })
public class DataSourceSetup {}
