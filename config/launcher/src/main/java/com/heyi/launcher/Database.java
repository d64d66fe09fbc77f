package com.heyi.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL database and who connects to it.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param owner the role that migrates and owns the schemas
 * @param app the role of the application: what the migrations grant, nothing else
 */
public record Database(String url, Login owner, Login app) {

  /** The role of the application in every database that this launcher sets up. */
  public static final String APP_ROLE = "heyi_app";

  /** The role that migrates in the embedded database. */
  public static final String OWNER_ROLE = "heyi_owner";

  /**
   * A role and its password.
   *
   * @param user the role
   * @param password its password; may be empty where the server asks for none
   */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  /** Connects as the role that migrates. */
  public Connection asOwner() throws SQLException {
    return connect(url, owner);
  }

  /** Connects as the application does. */
  public Connection asApp() throws SQLException {
    return connect(url, app);
  }

  static Connection connect(String url, Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", "heyi-launcher");
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(url, properties);
  }
}
