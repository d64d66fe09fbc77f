package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.People;
import com.heyi.testing.Sql;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A retry is recognised: the same request has its effect once, however often it arrives. */
class RetriesIT {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Test
  void aPostWithoutAKeyIsRefused() {
    Answer answer =
        Callers.operator().withKey(null).post(Customers.PATH, Customers.somebodyNew("B0101"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("idempotency.key-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has space",
        "0123456789012345678901234567890123456789012345678901234567890123456"
      })
  void aMalformedKeyIsRefused(String key) {
    Answer answer =
        Callers.operator().withKey(key).post(Customers.PATH, Customers.somebodyNew("B0101"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("idempotency.key-malformed");
  }

  @Test
  void theSameRequestAgainGetsTheFirstAnswerAgain() {
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    String residentId = People.residentId();
    String body = Customers.body(residentId, "B0101");

    Answer first = operator.post(Customers.PATH, body);
    Answer second = operator.post(Customers.PATH, body);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(first.header(REPLAYED)).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header(REPLAYED)).contains("true");
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.etag()).isEqualTo(first.etag());
    assertThat(second.headerText("Location")).isEqualTo(first.headerText("Location"));
    assertThat(customersWith(residentId)).isEqualTo(1);
  }

  @Test
  void theSameKeyForAnotherRequestIsAnError() {
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    operator.post(Customers.PATH, Customers.somebodyNew("B0101"));
    Answer other = operator.post(Customers.PATH, Customers.somebodyNew("B0101"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency.key-reused");
  }

  @Test
  void theKeysOfTwoCallersAreTheirOwn() {
    String key = UUID.randomUUID().toString();
    String path = Customers.PATH;
    Answer one = Callers.branch("B0101").withKey(key).post(path, Customers.somebodyNew("B0101"));
    Answer other = Callers.branch("B0102").withKey(key).post(path, Customers.somebodyNew("B0102"));
    assertThat(one.status()).isEqualTo(201);
    assertThat(other.status()).as(other.toString()).isEqualTo(201);
    assertThat(other.text("id")).isNotEqualTo(one.text("id"));
  }

  @Test
  void aRefusedRequestMayBeMendedUnderTheSameKey() {
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    String residentId = People.residentId();
    Answer refused =
        operator.post(Customers.PATH, Customers.body(People.wrong(residentId), "B0101"));
    Answer mended = operator.post(Customers.PATH, Customers.body(residentId, "B0101"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(mended.status()).as(mended.toString()).isEqualTo(201);
  }

  @Test
  void manyAtOnceHaveOneEffect() {
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    String residentId = People.residentId();
    String body = Customers.body(residentId, "B0101");

    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 6).mapToObj(i -> operator.postLater(Customers.PATH, body)).toList();
    List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(customersWith(residentId)).isEqualTo(1);
    List<Answer> done = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(done).isNotEmpty();
    assertThat(done.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(done.stream().filter(answer -> answer.header(REPLAYED).isEmpty())).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(409);
              assertThat(answer.code()).isEqualTo("idempotency.in-progress");
            });
  }

  private static long customersWith(String residentId) {
    return Sql.number("select count(*) from accounts.customer where resident_id = ?", residentId);
  }
}
