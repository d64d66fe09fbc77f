package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.audit.chain.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of the database can do to the versions of records, and that it shows. */
class VersionsAreProvedTest {
  private static final String LI = "00000000-0000-0000-0000-00000000001a";
  private static final String WU = "00000000-0000-0000-0000-00000000002b";
  private static final String MA = "00000000-0000-0000-0000-00000000003c";

  private TrailUnderTest trail;

  @BeforeEach
  void versionsOfThreeCustomers() {
    trail = TrailUnderTest.empty();
    SigningKey.make(trail.keyFile());
    trail.asOwner(
        "create schema accounts",
        "create schema privacy",
        "grant usage on schema accounts to heyi_app",
        "create table accounts.customer (id uuid primary key, name text, phone text, branch text)",
        "insert into accounts.customer values ('" + MA + "', '马七', '13900000003', 'B0101')",
        "create table accounts.identity (app text, external_id text, customer_id uuid, primary key"
            + " (app, external_id))",
        "call shared.keep_history('accounts.customer', 'heyi_app')",
        "call shared.keep_history('accounts.identity', 'heyi_app')",
        "call shared.make_erasable('accounts.customer_history', 'name', 'phone')",
        "call shared.make_erasable('accounts.identity_history', 'external_id')",
        "insert into accounts.customer_history select *, 0, 0 from accounts.customer",
        "create table privacy.erasure (customer_id uuid, written_by_tx xid8 default"
            + " pg_current_xact_id())",
        "call audit.prove_histories()");
    version(LI, "李四", "13800000001", 11);
    version(WU, "吴五", "13800000002", 12);
    version(LI, "李四", "13800000009", 13);
    trail.checkpoint(1);
  }

  @AfterEach
  void drop() {
    trail.close();
  }

  @Test
  void whatNobodyTouchedIsSoundFromBeforeTheProofToo() {
    Report report = trail.verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.versions())
        .as("four of customers, three of identities, four revisions")
        .isEqualTo(11);
    assertThat(trail.verifySince(1).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = '李五'", "phone = null", "branch = 'B0102'", "revision_kind = 2"})
  void aChangedVersionIsNamed(String change) {
    tamper("update accounts.customer_history set " + change + " where revision = 13");

    assertThat(found()).singleElement().asString().contains(customer(LI, 13) + "it was changed");
  }

  @Test
  void aVersionThatMovedToAnotherRevisionIsNamed() {
    tamper("update accounts.customer_history set revision = 14 where revision = 13");

    assertThat(found())
        .anyMatch(line -> line.contains(customer(LI, 13) + "it is gone"))
        .anyMatch(line -> line.contains(customer(LI, 14) + "it was inserted"));
  }

  @Test
  void aDeletedVersionIsNamed() {
    tamper("delete from accounts.customer_history where revision = 13");

    assertThat(found()).singleElement().asString().contains(customer(LI, 13) + "it is gone");
  }

  @Test
  void aVersionFromBeforeTheProofIsNamedToo() {
    tamper("update accounts.customer_history set phone = '1' where revision = 0");

    assertThat(found()).singleElement().asString().contains(customer(MA, 0) + "it was changed");
  }

  @Test
  void anInsertedVersionIsNamed() {
    trail.asOwner(
        "alter table accounts.customer_history disable trigger proof",
        "insert into accounts.customer_history values ('" + WU + "', '吴', '1', 'B', 13, 1)",
        "alter table accounts.customer_history enable always trigger proof");

    assertThat(found()).singleElement().asString().contains(customer(WU, 13) + "it was inserted");
  }

  @Test
  void aVersionInsertedTheProperWayHasNoRowOfTheTrailThatVouchesForIt() {
    trail.asOwner(
        "insert into accounts.customer_history values ('" + WU + "', '吴', '1', 'B', 99, 1)");

    assertThat(found())
        .singleElement()
        .asString()
        .contains("no row of the trail vouches", "revision 99", "accounts.customer_history " + WU);
  }

  @Test
  void aVersionAddedToAnOldRevisionIsNotWhatItsRowVouchesFor() {
    trail.asOwner(
        "insert into accounts.customer_history values ('" + WU + "', '吴', '1', 'B', 13, 1)");

    assertThat(found()).singleElement().asString().contains("revision 13 are not those");
  }

  @Test
  void twoSwappedVersionsAreNamed() {
    tamper(
        "update accounts.customer_history h set name = o.name, phone = o.phone from"
            + " accounts.customer_history o where h.revision in (11, 12) and o.revision in (11, 12)"
            + " and o.revision <> h.revision");

    assertThat(found())
        .anyMatch(line -> line.contains(customer(LI, 11) + "it was changed"))
        .anyMatch(line -> line.contains(customer(WU, 12) + "it was changed"));
  }

  @Test
  void aChangedRevisionIsNamed() {
    trail.asOwner(
        "alter table audit.revision disable trigger immutable",
        "alter table audit.revision disable trigger proof",
        "update audit.revision set who = 'somebody' where id = 12",
        "alter table audit.revision enable always trigger proof",
        "alter table audit.revision enable always trigger immutable");

    assertThat(found())
        .singleElement()
        .asString()
        .contains("audit.revision, record 12, revision 12: it was changed");
  }

  @Test
  void digestsReckonedAnewAreNotWhatTheTrailVouchesFor() {
    tamper(
        "update accounts.customer_history set branch = 'B0102' where revision = 13",
        "delete from audit.version where revision = 13 and thing = 'accounts.customer_history'",
        "insert into audit.version (bound, revision, thing, record, personal_columns, fixed,"
            + " personal, salt) select 13, 13, 'accounts.customer_history', '"
            + LI
            + "', '{name,phone}', encode(sha256(convert_to((jsonb_strip_nulls(to_jsonb(h)) -"
            + " '{name,phone}'::text[])::text, 'UTF8')), 'hex'),"
            + " encode(sha256(convert_to(salt::text || jsonb_build_object('name', name, 'phone',"
            + " phone), 'UTF8')), 'hex'), salt from accounts.customer_history h, gen_random_uuid()"
            + " salt where revision = 13");

    Report report = trail.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsOnly(Kind.VERSION);
    assertThat(report.findings().get(0).detail()).contains("revision 13 are not those");
    assertThat(report.findings().get(0).entry()).isNotNull();
  }

  @Test
  void allTracesOfARevisionGoneAreMissedByItsRow() {
    tamper(
        "delete from accounts.customer_history where revision = 13",
        "delete from accounts.identity_history where revision = 13",
        "delete from audit.version where revision = 13");

    assertThat(found())
        .anyMatch(line -> line.contains("revision 13, for which it vouches, are gone"));
  }

  @Test
  void aTableTakenAwayIsMissed() {
    trail.asOwner("drop table accounts.identity_history");

    assertThat(found())
        .singleElement()
        .asString()
        .contains("accounts.identity_history")
        .contains("the whole table is gone");
  }

  @Test
  void anErasureThatTheTrailTellsOfIsSound() throws SQLException {
    erase(LI, LI);
    trail.writeRows(erasureOf(LI));

    assertThat(trail.verify().findings()).isEmpty();
    assertThat(
            trail.ask(
                "select count(*) from audit.version where salt is null and personal is"
                    + " not null and emptied_for = '"
                    + LI
                    + "'"))
        .isEqualTo("4");
    trail.checkpoint(2);
    assertThat(trail.verifySince(1).findings()).isEmpty();
  }

  @Test
  void anErasureThatTheTrailDoesNotTellOfIsFound() throws SQLException {
    erase(LI, LI);
    trail.writeRows(erasureOf(WU));

    assertThat(found())
        .hasSize(4)
        .allMatch(line -> line.contains("no row of the trail tells of that erasure"));
  }

  @Test
  void anErasureOfOneDoesNotCoverWhatIsEmptiedOfAnother() throws SQLException {
    erase(LI, WU);
    trail.writeRows(erasureOf(LI));

    assertThat(found()).isNotEmpty().allMatch(line -> line.contains("of somebody else"));
  }

  @Test
  void whatIsWrittenIntoAnEmptiedVersionIsFound() throws SQLException {
    erase(LI, LI);
    trail.writeRows(erasureOf(LI));
    tamper("update accounts.customer_history set name = '王八' where revision = 11");

    assertThat(found())
        .singleElement()
        .asString()
        .contains(customer(LI, 11) + "it was emptied, and yet tells something");
  }

  @Test
  void emptyingByHandIsFoundWithAndWithoutTheSalt() {
    tamper("update accounts.customer_history set name = null, phone = null where revision = 12");
    assertThat(found()).singleElement().asString().contains(customer(WU, 12) + "it was changed");

    tamper(
        "update audit.version set salt = null where revision = 12 and thing ="
            + " 'accounts.customer_history'");
    assertThat(found())
        .singleElement()
        .asString()
        .contains("1 records of accounts.customer_history", WU, "the trail tells of 0");
  }

  @Test
  void whatWasEmptiedBecauseItsTimeWasOverIsSoundAsFarAsTheTrailTellsOfIt() {
    tamper(
        "update accounts.customer_history set name = null, phone = null where revision = 12",
        "update audit.version set salt = null where revision = 12 and thing ="
            + " 'accounts.customer_history'");
    trail.writeRows(purgeOf(1));

    assertThat(trail.verify().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table accounts.customer_history disable trigger proof",
        "alter table accounts.customer_history enable trigger proof",
        "alter table accounts.customer_history enable trigger immutable",
        "alter table accounts.customer_history enable replica trigger only_personal",
        "drop trigger proof on accounts.identity_history",
        "drop trigger only_personal on accounts.identity_history",
        "drop trigger immutable on audit.version",
        "alter table audit.revision enable trigger immutable",
        "create trigger other before insert on accounts.customer_history for each row execute"
            + " function suppress_redundant_updates_trigger()",
        "create or replace function shared.guard_erasure() returns trigger language plpgsql as"
            + " 'begin return new; end'",
        "create or replace function shared.erasing(target regclass) returns boolean language sql"
            + " as 'select true'",
        "create or replace function audit.prove_version() returns trigger language plpgsql as"
            + " 'begin return null; end'"
      })
  void whatLiftsTheProtectionOfVersionsIsFound(String statement) {
    trail.asOwner(statement);

    assertThat(trail.verify().findings())
        .extracting(Finding::kind)
        .isNotEmpty()
        .containsOnly(Kind.UNPROTECTED);
  }

  @Test
  void theReplicaRoleIsNoWayRoundTheProof() {
    trail.asOwner(
        "set session_replication_role = replica",
        "insert into accounts.customer_history values ('" + WU + "', '吴', '1', 'B', 98, 1)");

    assertThat(found()).singleElement().asString().contains("revision 98");
  }

  @Test
  void theApplicationMayNotWriteDigestsItself() throws SQLException {
    try (Connection connection = trail.asApp();
        Statement statement = connection.createStatement()) {
      for (String refused :
          List.of(
              "insert into audit.version (bound, revision, thing, record, personal_columns, fixed)"
                  + " values (1, 1, 'x', 'x', '{}', 'x')",
              "update audit.version set salt = null",
              "delete from audit.version")) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(refused))
            .hasMessageContaining("permission denied");
      }
    }
  }

  /** As Heyi does: versions, and the row of the trail in the same transaction. */
  private void version(String customer, String name, String phone, long revision) {
    try (Connection connection = trail.asApp();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "insert into audit.revision values (" + revision + ", now(), 'operator.wang', 'r')");
      statement.execute(
          "insert into accounts.customer_history values ('"
              + customer
              + "', '"
              + name
              + "', '"
              + phone
              + "', 'B0101', "
              + revision
              + ", 1)");
      statement.execute(
          "insert into accounts.identity_history values ('mall', 'id-"
              + revision
              + "', '"
              + customer
              + "', "
              + revision
              + ", 0)");
      ChainWriter.append(
          connection,
          ChainWriter.takeLane(connection, ChainWriter.LANES),
          List.of(
              row("customer.change", "customer:" + customer, null, revision)
                  .vouchingFor(Versions.hash(connection, revision))),
          trail.rowKeys());
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the erasing functions do, in one transaction; whose row of the erasure it may be. */
  private void erase(String of, String emptied) throws SQLException {
    try (Connection connection = trail.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("insert into privacy.erasure values ('" + of + "')");
      statement.execute("set local heyi.erasing = 'on'");
      statement.execute(
          "update accounts.customer_history set name = null, phone = null where id = '"
              + emptied
              + "'");
      statement.execute(
          "update accounts.identity_history set external_id = 'erased:' || md5(random()::text)"
              + " where customer_id = '"
              + emptied
              + "'");
      connection.commit();
    }
  }

  private static TrailRow erasureOf(String customer) {
    return row("privacy.erase", "customer:" + customer, null, null);
  }

  private static TrailRow purgeOf(int records) {
    return row(
        "privacy.purge",
        "retention:complaint-texts",
        ChangesText.of(
            List.of(
                new ChangesText.Line("retention", "x", "emptied", null, String.valueOf(records)))),
        null);
  }

  private static TrailRow row(String action, String target, String changes, Long revision) {
    return new TrailRow(
        UUID.randomUUID(),
        java.time.Instant.parse("2026-11-22T04:00:00Z"),
        "operator.wang",
        "operator",
        null,
        "127.0.0.1",
        "PAGE",
        "r",
        "accounts",
        action,
        target,
        null,
        true,
        "DONE",
        null,
        changes,
        null,
        revision);
  }

  /** Past the triggers, which stand again afterwards. */
  private void tamper(String... statements) {
    List<String> tables =
        List.of("accounts.customer_history", "accounts.identity_history", "audit.version");
    for (String table : tables) {
      trail.asOwner("alter table " + table + " disable trigger user");
    }
    trail.asOwner(statements);
    for (String table : tables) {
      trail.asOwner(
          "alter table " + table + " enable always trigger immutable",
          "alter table " + table + " enable always trigger only_personal");
      if (!table.equals("audit.version")) {
        trail.asOwner("alter table " + table + " enable always trigger proof");
      }
    }
  }

  private List<String> found() {
    Report report = trail.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsOnly(Kind.VERSION);
    return report.findings().stream().map(Finding::line).toList();
  }

  private static String customer(String id, long revision) {
    return "accounts.customer_history, record " + id + ", revision " + revision + ": ";
  }
}
