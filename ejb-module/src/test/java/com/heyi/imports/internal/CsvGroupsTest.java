package com.heyi.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvGroupsTest {
  private static final String INVOICES =
      "invoice,item\n1,a\n1,b\n2,c\n3,d\n3,e\n3,f\n4,\"two\nlines\"\n5,g\n";

  @TempDir private Path folder;

  @Test
  void aSliceHoldsWholeGroups() throws IOException {
    try (CsvGroups groups = open(INVOICES)) {
      CsvGroups.Slice first = groups.read(4);
      assertThat(first.groups()).extracting(List::size).containsExactly(2, 1, 3);
      assertThat(first.size()).isEqualTo(6);
      assertThat(groups.read(4).groups()).extracting(List::size).containsExactly(1, 1);
      assertThat(groups.read(4)).isNull();
    }
  }

  @Test
  void aRecordKnowsTheLineOnWhichItBegins() throws IOException {
    try (CsvGroups groups = open(INVOICES)) {
      CsvGroups.Slice slice = groups.read(100);
      assertThat(slice.groups().get(3).get(0).line()).isEqualTo(8);
      assertThat(slice.groups().get(4).get(0).line()).as("after two lines").isEqualTo(10);
    }
  }

  @Test
  void recordsDealtWithBeforeArePassedOver() throws IOException {
    try (CsvGroups groups = open(INVOICES)) {
      groups.skip(6);
      assertThat(groups.read(100).size()).isEqualTo(2);
    }
  }

  @Test
  void aRowWithTooFewColumnsIsRejectedAndTheRestGoesOn() throws IOException {
    try (CsvGroups groups = open("invoice,item\n1,a\nonly-one\n2,b\n")) {
      CsvGroups.Slice slice = groups.read(100);
      assertThat(slice.size()).isEqualTo(3);
      assertThat(slice.groups()).hasSize(2);
      assertThat(slice.unfit().rejects())
          .singleElement()
          .satisfies(
              reject -> {
                assertThat(reject.line()).isEqualTo(3);
                assertThat(reject.code()).isEqualTo("import.row-columns");
                assertThat(reject.args()).containsExactly(1, 2);
              });
    }
  }

  @Test
  void gzipAndAByteOrderMarkAreRecognised() throws IOException {
    Path file = folder.resolve("invoices.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(("\ufeff" + INVOICES).getBytes(StandardCharsets.UTF_8));
    }
    try (CsvGroups groups = CsvGroups.open(new Invoices(), file)) {
      CsvGroups.Slice slice = groups.read(100);
      assertThat(slice.size()).isEqualTo(8);
      assertThat(slice.readBytes()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void aHeaderThatLacksAColumnIsNamed() {
    assertThatThrownBy(() -> open("invoice,thing\n1,a\n"))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.code()).isEqualTo("import.columns-missing");
              assertThat(e.args()).containsExactly("item", "invoice, thing");
            });
  }

  @Test
  void bytesThatAreNotUtf8AreAnErrorAndNotGarbage() throws IOException {
    Path file = folder.resolve("latin1.csv");
    Files.write(file, "invoice,item\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(
            () -> {
              try (CsvGroups groups = CsvGroups.open(new Invoices(), file)) {
                groups.read(10);
              }
            })
        .isInstanceOf(HeyiException.class)
        .hasMessage("import.file-unreadable");
  }

  private CsvGroups open(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("invoices.csv"), content);
    return CsvGroups.open(new Invoices(), file);
  }

  private static final class Invoices implements ImportHandler {
    @Override
    public String kind() {
      return "invoices";
    }

    @Override
    public List<String> columns() {
      return List.of("invoice", "item");
    }

    @Override
    public boolean sameGroup(ImportRecord before, ImportRecord record) {
      return before.get("invoice").equals(record.get("invoice"));
    }

    @Override
    public ImportOutcome load(List<ImportRecord> group) {
      return ImportOutcome.loaded(group.size());
    }
  }
}
