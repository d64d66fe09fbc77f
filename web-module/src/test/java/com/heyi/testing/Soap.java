package com.heyi.testing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Operations of a branch's system, sent by SOAP 1.1. */
public final class Soap {
  private Soap() {}

  /** Calls an operation with its elements. */
  public static Answer call(Client client, String operation, String... elements) {
    String envelope =
        ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:h=\"urn:heyi:branch:1\">"
                + "<s:Body><h:%1$s>%2$s</h:%1$s></s:Body></s:Envelope>")
            .formatted(operation, String.join("", elements));
    return client.post(
        "/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8");
  }

  /** An element with text. */
  public static String element(String name, String text) {
    return "<" + name + ">" + text + "</" + name + ">";
  }

  /** The key of a change that was never sent before. */
  public static String key() {
    return element("requestId", UUID.randomUUID().toString());
  }
}
