package com.heyi.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.privacy.PersonFile;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportingAPersonTest {
  @TempDir private Path uploads;

  @Test
  void allThatIsHeldAboutHimIsInOneFile() throws Exception {
    PrivacyWorld world = new PrivacyWorld(uploads);
    world
        .registered()
        .withIdentityAndCard()
        .withAccount("OPEN", null)
        .withMoney(100)
        .withFamily(10)
        .withCoupon()
        .withGiftCard()
        .withPoints(10, 40)
        .withComplaint(true, 10)
        .withLearning()
        .withAManager()
        .withRemark()
        .withBalanceOfAnEndingApp(true);
    world.withReject("upload-9", 3);
    world.withMenu(3).withRequest(1);
    new PrivacyWorld(uploads).withRequest(1);

    PersonFile file = world.in(tools -> tools.export().of(world.customer));
    try (ZipFile zip = new ZipFile(file.file().toFile())) {
      JsonNode person = Json.mapper().readTree(text(zip, "person.json"));
      assertThat(person.at("/format").asText()).isEqualTo("heyi-person-1");
      JsonNode data = person.at("/data");
      assertThat(data.at("/accounts/customer/0/residentId").asText()).isEqualTo(world.residentId);
      assertThat(data.at("/accounts/identities/0/externalId").asText()).isEqualTo(world.externalId);
      assertThat(data.at("/accounts/accounts/0/number").asText()).isEqualTo(world.accountNumber);
      assertThat(data.at("/accounts/cardProfile/0/education").asText()).isEqualTo("GRADUATE");
      assertThat(data.at("/deposits/movements")).hasSize(2);
      assertThat(data.at("/approvals/approvals")).hasSize(1);
      JsonNode approval = data.at("/approvals/approvals/0");
      assertThat(approval.at("/action").asText()).isEqualTo("points.grant");
      assertThat(approval.at("/status").asText()).isEqualTo("REJECTED");
      assertThat(approval.at("/reason").asText()).isEqualTo(world.words);
      assertThat(approval.at("/decisionReason").asText()).contains(world.words);
      assertThat(data.at("/family/tasks/0/title").asText()).isEqualTo(world.words);
      assertThat(data.at("/mall/points/0/remaining").asLong()).isEqualTo(40);
      assertThat(data.at("/mall/statement")).hasSize(2);
      assertThat(data.at("/mall/orders")).hasSize(1);
      assertThat(data.at("/mall/orderLines/0/name").asText()).isEqualTo("Umbrella");
      assertThat(data.at("/complaints/complaints/0/narrative").asText()).contains(world.words);
      assertThat(data.at("/complaints/complaintSteps/0/detail").asText()).contains(world.words);
      assertThat(data.at("/complaints/remarks/0/narrative").asText()).isEqualTo(world.words);
      assertThat(data.at("/learning/winBacks/0/plan").asText()).isEqualTo(world.words);
      assertThat(data.at("/learning/secondFailures/0/handling").asText()).isEqualTo(world.words);
      assertThat(data.at("/learning/surveys/0/effort").asInt()).isEqualTo(2);
      assertThat(data.at("/relationship/flowAlerts/0/outcome").asText()).isEqualTo(world.words);
      assertThat(data.at("/relationship/flows")).hasSize(1);
      assertThat(data.at("/relationship/followUps/0/reason").asText()).isEqualTo("RISE");
      assertThat(data.at("/relationship/followUpResults/0/note").asText()).isEqualTo(world.words);
      assertThat(data.at("/promotions/coupons/0/name").asText()).isEqualTo("Welcome");
      assertThat(data.at("/promotions/couponSteps/0/reason").asText()).isEqualTo(world.words);
      assertThat(data.at("/giftcards/giftCards/0/balance").decimalValue())
          .isEqualByComparingTo("50");
      assertThat(data.at("/giftcards/giftCardMovements/0/kind").asText()).isEqualTo("ISSUE");
      assertThat(data.at("/menu/functionUses/0/step").asText()).isEqualTo("SEND");
      assertThat(data.at("/menu/habits/0/dayOfMonth").asInt()).isEqualTo(10);
      assertThat(data.at("/menu/menuPreference/0/leftHanded").asBoolean()).isTrue();
      assertThat(data.at("/menu/helpOffered/0/failures").asInt()).isEqualTo(3);
      assertThat(data.at("/winddown/migratedBalances")).hasSize(1);
      assertThat(data.at("/winddown/migratedBalances/0/outcome").asText()).isEqualTo("GRANTED");
      assertThat(data.at("/winddown/migratedBalances/0/points").asLong()).isEqualTo(5);
      assertThat(data.at("/imports/rejectedRows/0/record/resident").asText())
          .isEqualTo(world.residentId);
      for (String mark : world.marks()) {
        assertThat(text(zip, "person.json")).contains(mark);
      }
      assertThat(text(zip, "summary_zh-CN.html")).contains("个人信息导出", world.name, "身份证号");
      assertThat(text(zip, "summary_zh-TW.html")).contains("個人資料匯出", world.name);
      assertThat(text(zip, "summary_en.html")).contains("Personal data", world.name, "Resident ID");
      for (String language : List.of("zh-CN", "zh-TW", "en")) {
        assertThat(text(zip, "summary_" + language + ".html"))
            .as("every section has its heading")
            .doesNotContain("privacy.section.");
      }
      String format = text(zip, "FORMAT.txt");
      assertThat(format).contains("heyi-person-1", "approvals.approvals");
      person
          .at("/data")
          .fields()
          .forEachRemaining(
              part ->
                  part.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          section ->
                              assertThat(format)
                                  .as("every section is described")
                                  .contains(part.getKey() + "." + section)));
      assertThat(text(zip, "person.json")).doesNotContain("zhao");
    }
    assertThat(file.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.file()))));
    Files.delete(file.file());
  }

  @Test
  void aFileThatNobodyFetchedIsDeletedByTheNextExport() throws IOException {
    PrivacyWorld world = new PrivacyWorld(uploads).registered();
    PersonFile forgotten = world.in(tools -> tools.export().of(world.customer));
    Files.setLastModifiedTime(
        forgotten.file(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    PersonFile next = world.in(tools -> tools.export().of(world.customer));

    assertThat(forgotten.file()).doesNotExist();
    assertThat(next.file()).exists();
    Files.delete(next.file());
  }

  @Test
  void nobodyIsExportedWhoIsNotThere() {
    PrivacyWorld world = new PrivacyWorld(uploads);
    assertThatThrownBy(() -> world.in(tools -> tools.export().of(Ids.next())))
        .hasMessage("record.not-found");
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
