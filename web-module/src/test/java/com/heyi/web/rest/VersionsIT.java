package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change names the version that it was made on, so that nobody overwrites another's work. */
class VersionsIT {
  private static final String TYPE_ONE = "{\"type\": \"I\"}";

  @Test
  void aChangeWithoutAVersionIsRefused() {
    Customers.Registered customer = Customers.registered();
    Answer answer = Callers.operator().post(customer.path() + "/accounts", TYPE_ONE);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(428);
    assertThat(answer.code()).isEqualTo("version.required");
  }

  @Test
  void somethingThatIsNoTagOfOursIsRefused() {
    Customers.Registered customer = Customers.registered();
    Answer answer = Callers.operator().ifMatch("*").post(customer.path() + "/accounts", TYPE_ONE);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("version.malformed");
  }

  @Test
  void theVersionMovesOnAndTheOldOneIsRefused() {
    Customers.Registered customer = Customers.registered();
    Answer opened =
        Callers.operator().ifMatch(customer.etag()).post(customer.path() + "/accounts", TYPE_ONE);
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);

    Answer stale =
        Callers.operator()
            .ifMatch(customer.etag())
            .post(
                customer.path() + "/identities",
                "{\"app\": \"CARD\", \"externalId\": \"" + UUID.randomUUID() + "\"}");
    assertThat(stale.status()).as(stale.toString()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("version.moved");

    String now = Callers.operator().get(customer.path()).etag();
    assertThat(now).isNotEqualTo(customer.etag());
    Answer linked =
        Callers.operator()
            .ifMatch(now)
            .post(
                customer.path() + "/identities",
                "{\"app\": \"CARD\", \"externalId\": \"" + UUID.randomUUID() + "\"}");
    assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
  }

  @Test
  void whoHasTheVersionAlreadyIsNotSentItAgain() {
    Customers.Registered customer = Customers.registered();
    Answer opened =
        Callers.operator().ifMatch(customer.etag()).post(customer.path() + "/accounts", TYPE_ONE);
    String path = "/api/v1/accounts/" + opened.text("id");
    Answer again = Callers.operator().with("If-None-Match", opened.etag()).get(path);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }
}
