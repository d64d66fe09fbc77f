package com.heyi.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The MicroProfile Config properties that the application reads. */
public final class Configuration {

  private Configuration() {}

  /**
   * As environment variables, by the rule of MicroProfile Config: {@code heyi.public-url} is
   * HEYI_PUBLIC_URL. Unlike system properties they are not seen in the list of processes.
   */
  public static Map<String, String> asEnvironment(Map<String, String> properties) {
    Map<String, String> environment = new TreeMap<>();
    properties.forEach((name, value) -> environment.put(variable(name), value));
    return environment;
  }

  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
