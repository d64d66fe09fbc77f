package com.heyi.family.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FamilyRunTest {
  private final UUID poison = Ids.next();
  private final UUID poor = Ids.next();
  private final UUID fine = Ids.next();
  private final List<UUID> due = new ArrayList<>(List.of(poison, poor, fine));
  private final List<UUID> ended = new ArrayList<>();
  private final List<UUID> paid = new ArrayList<>();
  private final List<UUID> failed = new ArrayList<>();
  private boolean childrenCannotBeRead;

  @Test
  void oneChildOrAllowanceThatGoesWrongKeepsNoOtherAndTheRunEnds() {
    runs();

    assertThat(ended).containsExactly(fine);
    assertThat(paid).containsExactly(fine);
    assertThat(failed).containsExactly(poor);
    assertThat(due).containsExactly(poison);
  }

  @Test
  void allowancesArePaidEvenWhenNobodyKnowsWhoCameOfAge() {
    childrenCannotBeRead = true;

    runs();

    assertThat(paid).containsExactly(fine);
  }

  private void runs() {
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FamilyRun.all(new Run()));
  }

  private final class Run extends FamilyRun {
    @Override
    public Families.Looked cameOfAge(UUID after) {
      if (childrenCannotBeRead) {
        throw new EJBException("cannot be read");
      }
      return after == null
          ? new Families.Looked(List.of(poison), poor)
          : new Families.Looked(after.equals(poor) ? List.of(fine) : List.of(), null);
    }

    @Override
    public void endGuardianship(UUID child) {
      if (child.equals(poison)) {
        throw new EJBException("cannot be written");
      }
      ended.add(child);
    }

    @Override
    public List<UUID> due(int most) {
      return due.stream().limit(most).toList();
    }

    @Override
    public void pay(UUID allowance) {
      if (allowance.equals(poison)) {
        throw new EJBException("cannot be read");
      }
      if (allowance.equals(poor)) {
        throw new HeyiException(DepositsError.INSUFFICIENT);
      }
      due.remove(allowance);
      paid.add(allowance);
    }

    @Override
    public void failed(UUID allowance, HeyiException why) {
      due.remove(allowance);
      failed.add(allowance);
    }
  }
}
