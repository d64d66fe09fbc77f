package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpirySweepTest {

  @Test
  void aRequestThatCannotBeEndedKeepsNoOther() {
    UUID broken = Ids.next();
    UUID held = Ids.next();
    UUID fine = Ids.next();
    List<UUID> due = new ArrayList<>(List.of(broken, held, fine));
    List<UUID> ended = new ArrayList<>();
    ExpirySweep sweep =
        new ExpirySweep() {
          @Override
          public List<UUID> due(int most) {
            return due.stream().limit(most).toList();
          }

          @Override
          public void expire(UUID id) {
            if (id.equals(broken)) {
              throw new EJBException("cannot be read");
            }
            if (id.equals(held)) {
              throw new HeyiException(ApprovalError.BEING_DECIDED, id);
            }
            due.remove(id);
            ended.add(id);
          }
        };

    ExpirySweep.expireAll(sweep);

    assertThat(ended).containsExactly(fine);
  }
}
