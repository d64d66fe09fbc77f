package com.heyi.accounts.internal;

import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What old apps say of customers whom nobody has verified yet. */
@ApplicationScoped
public class Claims {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Claims() {}

  public Claims(EntityManager em) {
    this.em = em;
  }

  void keep(IdentityKey key, Claim claim, Instant now) {
    new Sql(em)
        .write(
            "insert into accounts.app_claim (app_code, external_id, resident_id, name, phone,"
                + " birth_date, address, taken_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            key.app(),
            key.externalId(),
            claim.residentId(),
            claim.name(),
            claim.phone(),
            claim.birthDate(),
            claim.address(),
            now);
  }

  /**
   * Who has shown this resident ID to another app, as the customer that he is now; nobody who has
   * registered with another one, for that is another person.
   */
  Optional<UUID> whoShowed(String residentId) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "customer_id"),
            "select s.id as customer_id from accounts.app_claim c"
                + " join accounts.identity i using (app_code, external_id)"
                + " join accounts.customer k on k.id = i.customer_id"
                + " join accounts.customer s on s.id = coalesce(k.merged_into, k.id)"
                + " where c.resident_id = ? and coalesce(s.resident_id, c.resident_id)"
                + " = c.resident_id order by c.taken_at, c.app_code, c.external_id limit 1",
            residentId);
  }

  /** The resident IDs that apps know of a customer and of the records that were merged into him. */
  Set<String> residentIds(UUID customer) {
    return Set.copyOf(
        new Sql(em)
            .list(
                row -> row.getString("resident_id"),
                "select distinct c.resident_id from accounts.app_claim c"
                    + " join accounts.identity i using (app_code, external_id)"
                    + " join accounts.customer k on k.id = i.customer_id"
                    + " where c.resident_id is not null and (k.id = ? or k.merged_into = ?)",
                customer,
                customer));
  }

  /**
   * Unverified customers who stand for themselves and share the resident ID, the phone, the date of
   * birth or a form of the name; those who share most first.
   *
   * @param names the forms of the name, in small letters and without spaces
   */
  List<Candidate> like(Claim claim, List<String> names, int most) {
    return new Sql(em)
        .list(
            Claims::candidate,
            "select i.customer_id, c.resident_id, c.name, c.phone, c.birth_date, c.address"
                + " from accounts.app_claim c"
                + " join accounts.identity i using (app_code, external_id)"
                + " join accounts.customer k on k.id = i.customer_id"
                + " where k.identity_status = 'UNVERIFIED' and k.merged_into is null"
                + " and (c.resident_id = ? or c.phone = ? or c.birth_date = ?"
                + " or lower(replace(c.name, ' ', '')) = any(?))"
                + " order by coalesce(c.resident_id = ?, false) desc,"
                + " coalesce(c.phone = ?, false)::int + coalesce(c.birth_date = ?, false)::int"
                + " + coalesce(lower(replace(c.name, ' ', '')) = any(?), false)::int desc,"
                + " i.customer_id limit ?",
            claim.residentId(),
            claim.phone(),
            claim.birthDate(),
            names.toArray(String[]::new),
            claim.residentId(),
            claim.phone(),
            claim.birthDate(),
            names.toArray(String[]::new),
            most);
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        Sql.uuid(row, "customer_id"),
        new Claim(
            row.getString("resident_id"),
            row.getString("name"),
            row.getString("phone"),
            Sql.day(row, "birth_date"),
            row.getString("address")));
  }

  /** How apps call these customers, of those of whom one tells a name: the latest that did. */
  Map<UUID, String> names(Collection<UUID> customers) {
    Map<UUID, String> names = new HashMap<>();
    new Sql(em)
        .list(
            row -> Map.entry(Sql.uuid(row, "customer_id"), row.getString("name")),
            "select distinct on (i.customer_id) i.customer_id, c.name from accounts.app_claim c"
                + " join accounts.identity i using (app_code, external_id)"
                + " where i.customer_id = any(?) and c.name is not null"
                + " order by i.customer_id, c.taken_at desc",
            (Object) Sql.uuids(customers))
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return names;
  }

  /** A customer with what is known of him for comparison. */
  record Candidate(UUID id, Claim claim) {}
}
