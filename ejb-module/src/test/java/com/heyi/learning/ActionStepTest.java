package com.heyi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionStepTest {
  private static final Map<String, ActionStatus> POSSIBLE =
      Map.of(
          "COMPLETE OPEN", ActionStatus.DONE,
          "DROP OPEN", ActionStatus.DROPPED,
          "HELPED DONE", ActionStatus.EFFECTIVE,
          "DID_NOT_HELP DONE", ActionStatus.OPEN);

  @Test
  void everyStepInEveryStatusLeadsWhereTheTableSaysOrNowhere() {
    for (ActionStep step : ActionStep.values()) {
      for (ActionStatus status : ActionStatus.values()) {
        assertThat(step.leadsFrom(status).orElse(null))
            .as("%s in %s", step, status)
            .isEqualTo(POSSIBLE.get(step + " " + status));
      }
    }
  }
}
