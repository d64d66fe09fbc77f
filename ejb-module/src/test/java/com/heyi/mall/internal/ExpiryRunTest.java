package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpiryRunTest {

  @Test
  void aCustomerWhoFailsKeepsNobodyAndTheRunEnds() {
    UUID poison = Ids.next();
    UUID first = Ids.next();
    UUID second = Ids.next();
    List<UUID> due = new ArrayList<>(List.of(poison, first, second));
    List<UUID> tried = new ArrayList<>();
    ExpiryRun run =
        new ExpiryRun() {
          @Override
          public List<UUID> due(int most) {
            return due.stream().limit(most).toList();
          }

          @Override
          public Points expire(UUID customer) {
            tried.add(customer);
            if (customer.equals(poison)) {
              throw new EJBException("cannot be read");
            }
            due.remove(customer);
            return Points.of(10);
          }
        };

    Points total =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ExpiryRun.expireAll(run));

    assertThat(total).isEqualTo(Points.of(20));
    assertThat(tried).containsExactly(poison, first, second);
    assertThat(due).containsExactly(poison);
  }
}
