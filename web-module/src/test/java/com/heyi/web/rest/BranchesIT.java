package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A branch sees and writes only its own. */
class BranchesIT {

  @Test
  void aBranchRegistersItsOwnCustomerWithoutNamingItself() {
    String body = Customers.somebodyNew("X").replaceAll(", \"homeBranch\": \"X\"", "");
    Answer answer = Callers.branch("B0102").post(Customers.PATH, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.text("homeBranch")).isEqualTo("B0102");
  }

  @Test
  void aBranchRegistersNobodyForAnother() {
    refused(Callers.branch("B0102").post(Customers.PATH, Customers.somebodyNew("B0101")));
  }

  @Test
  void anothersCustomerIsNotShown() {
    Customers.Registered foreign = Customers.registered("B0101");
    Client branch = Callers.branch("B0102");
    refused(branch.get(foreign.path()));
    refused(branch.get(foreign.path() + "/accounts"));
    refused(branch.get(foreign.path() + "/identities"));
  }

  @Test
  void anothersCustomerIsNotChanged() {
    Customers.Registered foreign = Customers.registered("B0101");
    Client branch = Callers.branch("B0102").ifMatch(foreign.etag());
    refused(branch.post(foreign.path() + "/accounts", "{\"type\": \"I\"}"));
    refused(
        branch.post(
            foreign.path() + "/identities",
            "{\"app\": \"CARD\", \"externalId\": \"" + UUID.randomUUID() + "\"}"));
    assertThat(Callers.operator().get(foreign.path()).etag()).isEqualTo(foreign.etag());
  }

  @Test
  void theDuplicateOfAnothersCustomerIsToldWithoutHisData() {
    Customers.Registered foreign = Customers.registered("B0101");
    Answer answer =
        Callers.branch("B0102").post(Customers.PATH, Customers.body(foreign.residentId(), "B0102"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("customer.duplicate");
    assertThat(answer.body()).doesNotContain(foreign.residentId());
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("auth.other-branch");
  }
}
