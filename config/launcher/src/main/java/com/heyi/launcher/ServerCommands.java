package com.heyi.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * Commands that set a Payara up, the same for Micro and Server: it keeps its records of Jakarta
 * Batch in our PostgreSQL rather than in a file of its own, so that jobs outlive the server.
 */
public final class ServerCommands {

  private static final String CONFIG = "configs.config.server-config.";
  private static final String HTTP =
      CONFIG + "network-config.protocols.protocol.http-listener.http.";

  /** Else the SOAP runtime complains with stack traces that a library for it is not there. */
  static final String NO_SOAP_MONITORING = "-Dcom.sun.xml.ws.monitoring.endpoint=false";

  private ServerCommands() {}

  /** For {@code --prebootcommandfile}. */
  public static List<String> beforeBoot(String bindAddress) {
    return List.of(
        "set "
            + CONFIG
            + "network-config.network-listeners.network-listener.http-listener.address="
            + bindAddress,
        // A call may hold two of the 100 connections to the database.
        "set " + CONFIG + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=50",
        // Whoever calls need not know what answers him.
        "set " + HTTP + "server-header=false",
        "set " + HTTP + "xpowered-by=false");
  }

  /**
   * For {@code --postbootcommandfile}, which runs before the application is deployed. Address and
   * login come from the configuration that the application gets, so none of them is in a file.
   */
  public static List<String> afterBoot() {
    return List.of(
        // The first finds settings of its own deprecated, at every start; the second repeats what
        // people typed when it cannot be decoded.
        "set-log-levels org.hibernate.orm.deprecation=SEVERE"
            + ":org.glassfish.grizzly.http.util.Parameters=SEVERE",
        "create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource"
            + " --restype javax.sql.DataSource --steadypoolsize 1 --maxpoolsize 16"
            // Else the second resource in a chunk's transaction, which only XA allows. A job of
            // ours keeps the place to go on from beside its data, not here.
            + " --nontransactionalconnections=true"
            + " --property url=${MPCONFIG\\=heyi.db.url}"
            + ":user=${MPCONFIG\\=heyi.db.user}"
            + ":password=${MPCONFIG\\=heyi.db.password}"
            + ":currentSchema=batch:applicationName=heyi-batch heyi-batch",
        "create-jdbc-resource --connectionpoolid heyi-batch jdbc/heyi-batch",
        "set " + CONFIG + "batch-runtime-configuration.data-source-lookup-name=jdbc/heyi-batch",
        "set " + CONFIG + "batch-runtime-configuration.schema-name=batch");
  }

  /** The JDBC driver, which the server itself needs on its class path. */
  public static Path driver() {
    try {
      return Path.of(
          org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has an address that is none", e);
    }
  }
}
