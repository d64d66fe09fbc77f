package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.audit.chain.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that somebody who owns the database can do to the trail through SQL, and that it shows. */
class TamperingIsFoundTest {
  /** A row in the middle of a lane. */
  private static final String MIDDLE = " where lane = 3 and seq = 7";

  /** The same row as MIDDLE where the seq is written by hand. */
  private static final String RECHAIN =
      """
      do $$
      declare
          e audit.entry;
          previous text := repeat('0', 64);
      begin
          for e in select * from audit.entry where lane = 3 order by seq loop
              previous := audit.entry_hash(previous, e);
              update audit.entry set hash = previous where id = e.id;
          end loop;
      end
      $$
      """;

  private TrailUnderTest trail;

  @BeforeEach
  void makeTrail() {
    trail = TrailUnderTest.sound();
  }

  @AfterEach
  void dropTrail() {
    trail.close();
  }

  @Test
  void aSoundTrailIsFoundSound() {
    Report report = trail.verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.entries()).isEqualTo(TrailUnderTest.ROWS);
    assertThat(report.lanes()).isEqualTo(ChainWriter.LANES);
    assertThat(report.checkpoints()).isEqualTo(3);
    assertThat(report.exported()).isEqualTo(3);
    assertThat(report.last()).isEqualTo(3);
  }

  @Test
  void rowsAfterTheLastCheckpointAreReplayedToo() {
    trail.write(5);

    assertThat(trail.verify().findings()).isEmpty();
    assertThat(trail.verify().entries()).isEqualTo(TrailUnderTest.ROWS + 5);
  }

  /** How each column is changed; the test below holds that none is forgotten. */
  private static final Map<String, String> CHANGED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("id", "gen_random_uuid()"),
              Map.entry("recorded_at", "recorded_at + interval '1 microsecond'"),
              Map.entry("who", "'operator.li'"),
              Map.entry("roles", "''"),
              Map.entry("branch", "coalesce(branch, '') || 'x'"),
              Map.entry("address", "null"),
              Map.entry("channel", "'PAGE'"),
              Map.entry("request_id", "request_id || ' '"),
              Map.entry("module", "'accounts'"),
              Map.entry("action", "'points.view'"),
              Map.entry("target", "coalesce(target, '') || '1'"),
              Map.entry("reason", "case when reason is null then '' end"),
              Map.entry("change", "not change"),
              Map.entry("outcome", "'REPLAYED'"),
              Map.entry("error_code", "'points.short'"),
              Map.entry("changes", "coalesce(changes, '[]') || '[{}]'"),
              Map.entry("approval", "case when approval is null then gen_random_uuid() end"),
              Map.entry("revision", "coalesce(revision, 0) + 1"),
              Map.entry("versions", "coalesce(reverse(versions), repeat('0', 64))"),
              Map.entry("shown", "array[gen_random_uuid()]"),
              Map.entry("mac", "overlay(mac placing repeat('0', 16) from 18)"),
              Map.entry("lane", "(select 15)"),
              Map.entry("seq", "1000000"),
              Map.entry("hash", "repeat('a', 64)")));

  static Stream<String> columns() {
    return CHANGED.keySet().stream();
  }

  @Test
  void everyColumnIsTried() {
    String columns =
        trail.ask(
            "select string_agg(column_name, ' ' order by column_name) from"
                + " information_schema.columns where table_schema = 'audit' and table_name ="
                + " 'entry'");
    assertThat(columns.split(" ")).containsExactlyInAnyOrderElementsOf(CHANGED.keySet());
    assertThat(Stream.of(EntryColumn.values()).map(EntryColumn::column))
        .containsExactlyInAnyOrderElementsOf(
            CHANGED.keySet().stream()
                .filter(name -> !List.of("hash", "mac").contains(name))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aChangedColumnIsFound(String column) {
    String id = trail.ask("select id from audit.entry" + MIDDLE);
    String beside = column.equals("lane") ? ", seq = 1000000" : "";
    trail.tamper(
        "update audit.entry set " + column + " = " + CHANGED.get(column) + beside + MIDDLE);

    Finding first = first(trail.verify());

    if (!List.of("lane", "seq").contains(column)) {
      assertThat(first.kind()).isEqualTo(column.equals("mac") ? Kind.FORGED : Kind.CHANGED);
      assertThat(first.lane()).isEqualTo(3);
      assertThat(first.seq()).isEqualTo(7);
      assertThat(first.recordedAt()).isNotBlank();
      if (!column.equals("id")) {
        assertThat(first.entry()).hasToString(id);
      }
    }
    assertThat(trail.verifyWithoutExports().sound()).isFalse();
  }

  @Test
  void aRowDeletedInTheMiddleIsFound() {
    trail.tamper("delete from audit.entry" + MIDDLE);

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.MISSING);
    assertThat(first.seq()).isEqualTo(8);
    assertThat(first.detail()).contains("row 7");
  }

  @Test
  void aRowDeletedInTheMiddleIsFoundWhenTheLaterOnesMoveUp() {
    trail.tamper(
        "delete from audit.entry" + MIDDLE,
        "alter table audit.entry drop constraint entry_place",
        "update audit.entry set seq = seq - 1 where lane = 3 and seq > 7",
        "alter table audit.entry add constraint entry_place unique (lane, seq)");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.MISSING);
    assertThat(first.seq()).isEqualTo(7);
  }

  @Test
  void aRowInsertedInTheMiddleIsFoundAndNamed() {
    String forged = insertInTheMiddle("hash");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.INSERTED);
    assertThat(first.entry()).hasToString(forged);
  }

  @Test
  void aRowInsertedInTheMiddleIsFoundEvenWhenItsOwnHashIsRight() {
    String forged =
        insertInTheMiddle(
            "audit.entry_hash((select before.hash from audit.entry before where before.lane = 3"
                + " and before.seq = 6), e)");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.FORGED);
    assertThat(first.entry()).hasToString(forged);
  }

  private String insertInTheMiddle(String hash) {
    trail.tamper(
        "alter table audit.entry drop constraint entry_place",
        "update audit.entry set seq = seq + 1 where lane = 3 and seq >= 7",
        "create temp table forged as select * from audit.entry where lane = 3 and seq = 6",
        "update forged set id = gen_random_uuid(), seq = 7, who = 'nobody'",
        "insert into audit.entry select * from forged",
        "update audit.entry e set hash = " + hash + " where lane = 3 and seq = 7",
        "alter table audit.entry add constraint entry_place unique (lane, seq)");
    return trail.ask("select id from audit.entry" + MIDDLE);
  }

  @Test
  void aSecondRowAtOnePlaceIsFound() {
    trail.tamper(
        "alter table audit.entry drop constraint entry_place",
        "create temp table forged as select * from audit.entry" + MIDDLE,
        "update forged set id = gen_random_uuid()",
        "insert into audit.entry select * from forged");

    assertThat(first(trail.verify()).seq()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "99", "-1"})
  void aRowBesideTheLanesIsFound(String lane) {
    trail.tamper(
        "alter table audit.entry alter column lane drop not null",
        "alter table audit.entry drop constraint entry_lane_check",
        "create temp table forged as select * from audit.entry where lane = 3 and seq = 1",
        "update forged set id = gen_random_uuid(), lane = " + lane,
        "update forged f set hash = audit.entry_hash(repeat('0', 64), row(f.*)::audit.entry)",
        "insert into audit.entry select * from forged");

    assertThat(trail.verify().findings()).extracting(Finding::kind).contains(Kind.INSERTED);
  }

  @Test
  void twoSwappedRowsAreFound() {
    trail.tamper(
        "alter table audit.entry drop constraint entry_place",
        "update audit.entry set seq = 17 - seq where lane = 3 and seq in (8, 9)",
        "alter table audit.entry add constraint entry_place unique (lane, seq)");

    Finding first = first(trail.verify());
    assertThat(first.lane()).isEqualTo(3);
    assertThat(first.seq()).isEqualTo(8);
  }

  @Test
  void aCutTailIsFoundByTheExportedHeads() {
    trail.tamper(
        "delete from audit.entry e where lane = 3 and seq = (select max(seq) from audit.entry"
            + " where lane = 3)",
        "delete from audit.checkpoint where number = 3");

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.TAIL_CUT);
    assertThat(trail.verifyWithoutExports().sound()).as("without exports nothing shows").isTrue();
  }

  @Test
  void aCutTailIsFoundAlsoWhenOtherRowsHaveTakenItsPlace() {
    String before = trail.ask("select max(seq) from audit.entry where lane = 3");
    trail.tamper("delete from audit.entry where lane = 3 and seq >= " + before);
    while (Long.parseLong(trail.ask("select max(seq) from audit.entry where lane = 3"))
        <= Long.parseLong(before)) {
      trail.write(16);
    }

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.REWRITTEN);
    assertThat(first.lane()).isEqualTo(3);
  }

  @Test
  void aDeletedLaneIsFound() {
    trail.tamper("delete from audit.entry where lane = 3");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.TAIL_CUT);
    assertThat(first.lane()).isEqualTo(3);
    assertThat(trail.verifyWithoutExports().sound()).isFalse();
  }

  @Test
  void anEmptiedTrailIsFound() {
    trail.tamper("truncate audit.entry, audit.checkpoint, audit.verification");

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.TAIL_CUT);
  }

  @Test
  void aChainReckonedAnewAfterAChangeIsFound() {
    trail.tamper("update audit.entry set who = 'operator.li'" + MIDDLE, RECHAIN);

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.FORGED);
    assertThat(first.lane()).isEqualTo(3);
    assertThat(first(trail.verifyWithoutExports()).kind()).isEqualTo(Kind.FORGED);
  }

  @Test
  void aChainReckonedAnewIsFoundThoughTheCheckpointsWereForgedToo() throws SQLException {
    trail.tamper("update audit.entry set who = 'operator.li'" + MIDDLE, RECHAIN);
    forgeCheckpoints();

    assertThat(trail.verify().findings())
        .extracting(Finding::kind)
        .startsWith(Kind.FORGED)
        .contains(Kind.SIGNATURE);
    assertThat(trail.verifyWithoutExports().findings())
        .extracting(Finding::kind)
        .contains(Kind.FORGED, Kind.SIGNATURE);
  }

  /** With a key of the attacker's own. */
  private void forgeCheckpoints() throws SQLException {
    Path own = trail.keyFile().resolveSibling("attacker.pem");
    SigningKey.make(own);
    trail.asOwner(
        "alter table audit.checkpoint disable trigger immutable", "delete from audit.checkpoint");
    try (Connection connection = trail.asOwner()) {
      connection.setAutoCommit(false);
      Checkpoints.write(
          connection, Instant.parse("2026-11-25T04:00:00Z"), SigningKey.read(own), List.of());
      connection.commit();
    }
    trail.asOwner("alter table audit.checkpoint enable always trigger immutable");
  }

  @Test
  void withoutTheRowKeysAChainReckonedAnewIsFoundByTheSignedHeads() throws Exception {
    trail.tamper("update audit.entry set who = 'operator.li'" + MIDDLE, RECHAIN);

    try (Connection connection = trail.asOwner();
        ExportedLines lines = ExportedLines.open(trail.exportFolder())) {
      Report report =
          new Verifier(connection, VerifyingKeys.read(trail.exportFolder()), lines).all();
      assertThat(report.keyed()).isFalse();
      assertThat(first(report).kind()).isEqualTo(Kind.REWRITTEN);
    }
  }

  @Test
  void aWellFormedRowAppendedByTheOwnerIsFoundAndNamed() {
    String id = append("null");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.FORGED);
    assertThat(first.entry()).hasToString(id);
    assertThat(first(trail.verifySince(3)).entry()).hasToString(id);
  }

  @Test
  void aWellFormedRowThatBorrowsTheMarkOfAnotherIsFound() {
    String id = append("(select mac from audit.entry where lane = 3 and seq = 7)");

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.FORGED);
    assertThat(first.entry()).hasToString(id);
  }

  @Test
  void anAppendedRowIsFoundAlsoAfterTheNextCheckpointHasSignedIt() {
    String id = append("null");
    trail.checkpoint(4);

    assertThat(first(trail.verify()).entry()).hasToString(id);
  }

  /** No trigger is in the way of this: it is a proper insert. */
  private String append(String mac) {
    trail.asOwner(
        "create temp table forged as select * from audit.entry where lane = 3 order by seq desc"
            + " limit 1",
        "update forged set id = gen_random_uuid(), seq = seq + 1, who = 'nobody'",
        "update forged f set mac = "
            + mac
            + ", hash = audit.entry_hash((select hash from audit.entry e"
            + " where e.lane = 3 and e.seq = f.seq - 1), row(f.*)::audit.entry)",
        "insert into audit.entry select * from forged");
    return trail.ask("select id from audit.entry where lane = 3 order by seq desc limit 1");
  }

  @Test
  void aRowOfTheLastMinuteThatWasEditedAndHashedAnewIsFound() {
    trail.write(40);
    trail.tamper(
        "update audit.entry set who = 'operator.li' where lane = 3 and seq ="
            + " (select max(seq) from audit.entry where lane = 3)",
        RECHAIN);

    Finding first = first(trail.verifySince(3));
    assertThat(first.kind()).isEqualTo(Kind.FORGED);
    assertThat(first.lane()).isEqualTo(3);
  }

  @Test
  void aTailCutWithinTheMinuteIsFoundByTheNodeThatWroteIt() throws SQLException {
    trail.write(40);
    String last = " where lane = 3 and seq = (select max(seq) from audit.entry where lane = 3)";
    Link written =
        new Link(
            3,
            Long.parseLong(trail.ask("select seq from audit.entry" + last)),
            trail.ask("select hash from audit.entry" + last));
    trail.tamper("delete from audit.entry" + last);

    try (Connection connection = trail.asApp()) {
      connection.setAutoCommit(false);
      assertThatThrownBy(
              () ->
                  Checkpoints.write(
                      connection,
                      Instant.parse("2026-11-26T04:00:00Z"),
                      trail.key(),
                      List.of(written)))
          .isInstanceOf(ProofException.class)
          .hasMessageContaining("lane 3");
    }
  }

  @Test
  void theRowThatSaysSinceWhenRowsAreKeyedCannotBeForged() {
    trail.tamper("delete from audit.entry where lane = 3 and seq > 7");
    trail.asOwner(
        "insert into audit.entry (id, recorded_at, who, roles, channel, request_id, module, action,"
            + " change, outcome, changes, lane, seq, hash) select gen_random_uuid(), recorded_at -"
            + " interval '9 day', 'system', '', 'SYSTEM', '-', 'audit', 'audit.begin-keys', true,"
            + " 'DONE', '[{\"id\": \"3\", \"after\": \"99\"}]', 3, 8, hash from audit.entry where"
            + " lane = 3 and seq = 7",
        "alter table audit.entry disable trigger immutable",
        RECHAIN,
        "alter table audit.entry enable always trigger immutable");

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.FORGED);
  }

  @Test
  void aReplayRecordedWithoutTheKeyCountsForNothingAndIsReported() throws SQLException {
    RowKeys keys = trail.rowKeys();
    Instant now = Instant.parse("2026-12-01T04:00:00Z");
    Report sound = trail.verify();
    try (Connection connection = trail.asApp()) {
      Verification real =
          Verification.of(
              java.util.UUID.randomUUID(), now, now, "system", Verification.Kind.FULL, sound);
      real.insert(connection, keys);
      assertThat(trail.verify().findings()).isEmpty();
      Verification.of(
              java.util.UUID.randomUUID(),
              now.plusSeconds(60),
              now.plusSeconds(60),
              "system",
              Verification.Kind.FULL,
              sound)
          .insert(connection, RowKeys.NONE);

      assertThat(Verification.last(connection, now.plusSeconds(90), keys))
          .map(Verification::id)
          .contains(real.id());
      assertThat(first(trail.verify()).kind()).isEqualTo(Kind.FORGED);
      assertThat(trail.verify().findings()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sound = true, finding = null, detail = null",
        "started_at = started_at + interval '1 hour'",
        "checkpoint = 3",
        "entries = 7",
        "mac = null"
      })
  void aChangedRecordOfAReplayCountsForNothingAndIsReported(String change) throws SQLException {
    RowKeys keys = trail.rowKeys();
    Instant now = Instant.parse("2026-12-01T04:00:00Z");
    Report broken =
        new Report(1, 1, 1, 2L, now, 1, 0, true, List.of(Finding.of(Kind.EXPORT, "an example")));
    try (Connection connection = trail.asApp()) {
      Verification.of(
              java.util.UUID.randomUUID(), now, now, "system", Verification.Kind.FULL, broken)
          .insert(connection, keys);
      assertThat(Verification.last(connection, now.plusSeconds(9000), keys)).isPresent();
      trail.tamper("update audit.verification set " + change);

      assertThat(Verification.last(connection, now.plusSeconds(9000), keys)).isEmpty();
      assertThat(trail.verify().findings()).extracting(Finding::kind).containsExactly(Kind.FORGED);
    }
  }

  @Test
  void theOldestExportedFilesDeletedAreMissed() throws IOException {
    Files.delete(Exports.files(trail.exportFolder()).get(0));

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.EXPORT);
    assertThat(first.detail()).contains("checkpoint 1");
  }

  @Test
  void exportedFilesThatWereTakenAwayOnPurposeAreNamed() throws Exception {
    Files.delete(Exports.files(trail.exportFolder()).get(0));

    try (Connection connection = trail.asOwner()) {
      assertThat(
              Replay.all(connection, trail.key().verifying(), trail.exportFolder(), 2).findings())
          .isEmpty();
      assertThat(Replay.all(connection, trail.key().verifying(), trail.exportFolder(), 1).sound())
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number = 7",
        "recorded_at = recorded_at + interval '1 microsecond'",
        "entries = entries + 1",
        "heads = '[]'",
        "heads = (select heads from audit.checkpoint where number = 1)",
        "heads = '{}'",
        "previous = repeat('0', 64)",
        "hash = repeat('0', 64)",
        "signature = 'none'",
        "signature = (select signature from audit.checkpoint where number = 1)",
        "key_id = 'mine'"
      })
  void aChangedCheckpointIsFound(String change) {
    trail.tamper("update audit.checkpoint set " + change + " where number = 2");

    assertThat(trail.verify().sound()).isFalse();
    assertThat(trail.verifyWithoutExports().sound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDeletedCheckpointIsFound(int number) {
    trail.tamper("delete from audit.checkpoint where number = " + number);

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.CHECKPOINT);
    assertThat(trail.verifyWithoutExports().sound()).isFalse();
  }

  @Test
  void theLastCheckpointDeletedIsFoundByTheExport() {
    trail.tamper("delete from audit.checkpoint where number = 3");

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.CHECKPOINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"entries\":242",
        "\"number\":2",
        "\"previous\":\"",
        "\"signature\":\"",
        "\"at\":\"2026-11-24",
        "{\"lane\":3,",
        "{"
      })
  void anEditedExportIsFound(String part) throws IOException {
    Path file = Exports.files(trail.exportFolder()).get(1);
    String text = Files.readString(file);
    assertThat(text).contains(part);
    String other =
        part.endsWith("\"")
            ? part + "A"
            : part.equals("{")
                ? ""
                : part.replace("24", "25").replace("2,", "1,").replace("3", "4");
    Files.writeString(
        file,
        text.replaceFirst(java.util.regex.Pattern.quote(part), other.equals(part) ? "" : other));

    assertThat(trail.verify().findings())
        .extracting(Finding::kind)
        .containsAnyOf(Kind.EXPORT, Kind.SIGNATURE);
  }

  @Test
  void aLineTakenOutOfTheExportIsFound() throws IOException {
    Files.delete(Exports.files(trail.exportFolder()).get(1));

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.EXPORT);
  }

  @Test
  void anEmptiedExportIsFound() throws IOException {
    for (Path file : Exports.files(trail.exportFolder())) {
      Files.delete(file);
    }

    assertThat(first(trail.verify()).kind()).isEqualTo(Kind.EXPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table audit.entry disable trigger immutable",
        "alter table audit.checkpoint disable trigger all",
        "alter table audit.verification enable replica trigger immutable",
        "alter table audit.verification enable trigger immutable",
        "drop trigger immutable on audit.entry",
        "drop trigger immutable on audit.checkpoint",
        "create or replace function shared.refuse_change() returns trigger language plpgsql as"
            + " 'begin return null; end'",
        "create or replace trigger immutable before update or delete on audit.entry for each"
            + " statement execute function shared.refuse_change()",
        "create or replace trigger immutable before update or delete or truncate on audit.entry"
            + " for each statement execute function suppress_redundant_updates_trigger()",
        "create rule hide as on insert to audit.entry where new.who = 'me' do instead nothing",
        "create trigger swallow before insert on audit.entry for each row execute function"
            + " shared.refuse_change()",
        "alter table audit.entry enable row level security"
      })
  void whatLiftsTheProtectionIsFound(String statement) {
    trail.asOwner(statement);

    Finding first = first(trail.verify());
    assertThat(first.kind()).isEqualTo(Kind.UNPROTECTED);
    assertThat(trail.verifySince(3).sound()).isFalse();
  }

  @Test
  void theReplicaRoleDoesNotPassTheProtection() {
    assertThatThrownBy(
            () ->
                trail.asOwner("set session_replication_role = replica", "delete from audit.entry"))
        .hasMessageContaining("immutable");
  }

  @Test
  void aTriggerThatTheReplicaRolePassesByIsFound() {
    trail.asOwner(
        "alter table audit.entry enable trigger immutable",
        "set session_replication_role = replica",
        "update audit.entry set who = 'operator.li'" + MIDDLE);

    assertThat(trail.verify().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.CHANGED, Kind.UNPROTECTED);
  }

  @Test
  void theNextCheckpointIsRefusedAfterACut() {
    trail.tamper("delete from audit.entry where lane = 3 and seq > 7");

    assertThatThrownBy(() -> trail.checkpoint(4))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("lane 3");
  }

  @Test
  void whatCameSinceAVerifiedCheckpointIsReplayedAlone() {
    trail.write(10);
    trail.checkpoint(4);
    trail.write(3);

    Report report = trail.verifySince(3);

    assertThat(report.findings()).isEmpty();
    assertThat(report.entries()).isEqualTo(13);
    assertThat(report.last()).isEqualTo(4);
    assertThat(report.checkpoints()).isEqualTo(1);
  }

  @Test
  void aChangeSinceTheVerifiedCheckpointIsFound() {
    trail.write(64);
    trail.tamper(
        "update audit.entry e set who = 'operator.li' where lane = 3 and seq = (select max(seq)"
            + " from audit.entry where lane = 3)");

    assertThat(first(trail.verifySince(3)).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void aTailCutBehindTheVerifiedCheckpointIsFoundWithoutAFullReplay() {
    trail.tamper("delete from audit.entry where lane = 3 and seq > 7");

    assertThat(first(trail.verifySince(3)).kind()).isEqualTo(Kind.TAIL_CUT);
  }

  private static Finding first(Report report) {
    assertThat(report.sound()).as("tampering must be found").isFalse();
    assertThat(report.findings().get(0).line()).isNotBlank();
    return report.findings().get(0);
  }
}
