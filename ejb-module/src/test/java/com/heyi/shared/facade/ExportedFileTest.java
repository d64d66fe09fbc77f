package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportedFileTest {
  private record Narrowed(String format, String filter, long rows, String sha256)
      implements ExportedFile {}

  private record Whole(String format, long rows, String sha256) implements ExportedFile {}

  @Test
  void theTrailKeepsUnderTheHashWhatAFileWasMadeOf() {
    try (ChangeLog log = ChangeLog.open("test.export", null)) {
      new Narrowed("CSV", "from=2026-01-01", 7, "ab12").note("report", "heat-map");

      assertThat(log.own())
          .containsExactly(
              new Change("export", "ab12", "report", null, "heat-map"),
              new Change("export", "ab12", "filter", null, "from=2026-01-01"),
              new Change("export", "ab12", "format", null, "CSV"),
              new Change("export", "ab12", "rows", null, "7"));
    }
  }

  @Test
  void aFileThatNothingCanNarrowTellsOfNoFilter() {
    try (ChangeLog log = ChangeLog.open("test.export", null)) {
      new Whole("PDF", 0, "cd34").note("plan", 3);

      assertThat(log.own()).extracting(Change::field).containsExactly("plan", "format", "rows");
    }
  }
}
