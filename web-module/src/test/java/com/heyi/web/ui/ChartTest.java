package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {

  @Test
  void aChartIsPlainDataWithItsSeries() {
    String json =
        Chart.bars(List.of("2026-01", "2026-02")).series("Orders", List.of(3L, 5L)).json();

    assertThat(Json.read(json, Map.class)).asString().contains("Orders", "2026-02", "[3, 5]");
  }

  @Test
  void noLabelCanLeaveTheScriptItStandsIn() {
    String json = Chart.ring(List.of("</script><script>alert(1)</script>")).json();

    assertThat(json).doesNotContain("<");
  }

  @Test
  void aSeriesMustHaveAValueForEveryLabel() {
    Chart chart = Chart.lines(List.of("a", "b"));

    assertThatThrownBy(() -> chart.series("s", List.of(1))).isInstanceOf(RuntimeException.class);
  }
}
