package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Desk;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Holidays are announced over HTTP and by page, by two people. */
class CalendarsIT {
  private static final String PATH = "/api/v1/complaint-calendars";

  @Test
  void aYearIsAnnouncedByTwoAndALineThatCannotBeReadIsToldOnThePage() {
    JsonNode before = Callers.handler().get(PATH + "/GB-ENG").json();
    int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1;
    String free = year + "-12-31";
    Answer waits =
        Callers.admin()
            .post(
                PATH,
                """
                {"code": "GB-ENG", "expectedVersion": %d, "year": %d, "source": "gov.uk/bank-holidays",
                 "days": [{"day": "%s", "worked": false, "name": "New Year's Eve"}]}
                """
                    .formatted(before.path("version").asInt(), year, free));
    assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
    assertThat(Callers.handler().get(PATH + "/GB-ENG").json()).isEqualTo(before);
    Approvals.approved(Approvals.waiting(waits));
    JsonNode after = Callers.auditor().get(PATH + "/GB-ENG").json();
    assertThat(after.path("version").asInt()).isEqualTo(before.path("version").asInt() + 1);
    assertThat(after.path("days").toString()).contains(free);
    assertThat(
            Callers.auditor()
                .get(PATH + "/GB-ENG?version=" + before.path("version").asInt())
                .json())
        .isEqualTo(before);
    assertThat(Callers.operator().get(PATH).status()).isEqualTo(403);

    try (Desk admin = Desk.of("admin.li")) {
      admin.open("/complaints/calendars.xhtml");
      admin.page().locator("a[href*='code=CN&year=" + (year - 1) + "']").click();
      admin.awaitText("main", "CN " + (year - 1));
      assertThat(admin.field("announce", "free").inputValue())
          .as("whoever corrects a day does not lose the others")
          .contains((year - 1) + "-10-01 ");
      admin.open("/complaints/calendars.xhtml?code=CN&year=" + year);
      admin.fill("announce", "free", year + "-01-01 元旦\n元旦假期三天");
      admin.fill("announce", "source", "国务院办公厅通知");
      admin.page().locator("[id='announce:submit']").click();
      admin.awaitText("main", "元旦假期三天");
      admin.picture("complaint-calendars");
      admin.fill("announce", "free", year + "-01-01 元旦\n" + (year + 1) + "-01-01 元旦");
      admin.page().locator("[id='announce:submit']").click();
      admin.awaitText(".hy-field:has([id='announce:free']) .ui-message", String.valueOf(year + 1));
    }
  }
}
