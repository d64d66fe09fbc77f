package com.heyi.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.imports.ImportsFacade;
import com.heyi.imports.RejectView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RejectsCsvTest {
  @Test
  void whatAStrangersFileSaysIsNoFormulaAndNumbersStayThemselves() throws IOException {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("name", "=HYPERLINK(\"https://bad.example\")");
    record.put("note", "@SUM(A1)");
    record.put("command", "-1+cmd|' /C calc'!A0");
    record.put("quantity", "-12.5");
    record.put("phone", "+86 13800138000");
    record.put("empty", null);
    ImportsFacade imports =
        new ImportsFacade() {
          @Override
          public List<RejectView> rejects(UUID id, long afterLine, int limit) {
            return afterLine == 0
                ? List.of(new RejectView(2, "import.x", "=wrong", record))
                : List.of();
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    RejectsCsv.write(imports, UUID.randomUUID(), out);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "line,code,reason,name,note,command,quantity,phone,empty",
            "2,import.x,'=wrong,\"'=HYPERLINK(\"\"https://bad.example\"\")\",'@SUM(A1),"
                + "'-1+cmd|' /C calc'!A0,-12.5,+86 13800138000,");
  }
}
