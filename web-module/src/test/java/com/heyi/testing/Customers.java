package com.heyi.testing;

/** Customers made over REST. */
public final class Customers {
  public static final String PATH = "/api/v1/customers";

  private Customers() {}

  /** A registered customer as the answer told him. */
  public record Registered(String id, String number, String etag, String residentId) {
    public String path() {
      return PATH + "/" + id;
    }
  }

  /** The body that registers somebody new at a branch. */
  public static String somebodyNew(String homeBranch) {
    return body(People.residentId(), homeBranch);
  }

  /** The body that registers the person with this resident ID. */
  public static String body(String residentId, String homeBranch) {
    return """
    {"name": "%s", "residentId": "%s", "phone": "%s", "address": "北京市东城区", "homeBranch": "%s"}
    """
        .formatted(People.name(), residentId, People.phone(), homeBranch);
  }

  /** A customer of branch B0101. */
  public static Registered registered() {
    return registered("B0101");
  }

  /** A customer of this branch, registered by an operator. */
  public static Registered registered(String homeBranch) {
    String residentId = People.residentId();
    Answer made = Callers.operator().post(PATH, body(residentId, homeBranch));
    if (made.status() != 201) {
      throw new AssertionError(made.toString());
    }
    return new Registered(made.text("id"), made.text("number"), made.etag(), residentId);
  }
}
