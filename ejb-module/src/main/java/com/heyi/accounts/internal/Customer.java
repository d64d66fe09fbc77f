package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.CustomerSummary;
import com.heyi.accounts.Gender;
import com.heyi.accounts.IdentityStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * A person whom the bank serves. He comes in either registered, with a resident ID, or admitted,
 * unverified, as the customer of an old app. His identities and accounts belong to him: adding one
 * moves his version on.
 */
@Entity
@Audited
@Table(schema = "accounts", name = "customer")
public class Customer {
  private static final String ERASED_NAME = "—";
  private static final int BASE = 36;
  private static final int SERIAL_DIGITS = 9;

  @Id private UUID id;

  @Version private long version;

  @Personal(Mask.LAST_FOUR)
  private String number;

  @Personal(Mask.NAME)
  private String name;

  @Personal(Mask.LAST_FOUR)
  @Column(name = "resident_id")
  private String residentId;

  @Personal
  @Column(name = "birth_date")
  private LocalDate birthDate;

  @Personal
  @Enumerated(EnumType.STRING)
  private Gender gender;

  @Personal(Mask.LAST_FOUR)
  private String phone;

  @Personal private String address;

  @Column(name = "home_branch", updatable = false)
  private String homeBranch;

  @Enumerated(EnumType.STRING)
  @Column(name = "identity_status")
  private IdentityStatus identityStatus;

  @Column(name = "registered_at", updatable = false)
  private Instant registeredAt;

  /** Who he has turned out to be; null while he stands for himself. */
  @Column(name = "merged_into")
  private UUID mergedInto;

  /** Codes of the apps that know him between commas, so that a list needs one query. */
  @NotAudited
  @Formula(
      "(select ',' || string_agg(distinct i.app_code, ',' order by i.app_code) || ','"
          + " from accounts.identity i where i.customer_id = id)")
  private String apps;

  protected Customer() {}

  private Customer(String number, String name, IdentityStatus status, Instant now) {
    this.id = Ids.next();
    this.number = number;
    this.name = name;
    this.identityStatus = status;
    this.registeredAt = now;
  }

  /** A customer who showed his resident ID. */
  static Customer registered(String number, Person person, String homeBranch, Instant now) {
    Customer customer = new Customer(number, person.name(), IdentityStatus.VERIFIED, now);
    customer.residentId = person.residentId().value();
    customer.birthDate = person.residentId().birthDate();
    customer.gender = person.residentId().gender();
    customer.phone = person.phone();
    customer.address = person.address();
    customer.homeBranch = homeBranch;
    return customer;
  }

  /** The customer of an old app that tells no more than its own id for him. */
  static Customer admitted(String number, IdentityKey identity, Instant now) {
    return new Customer(number, identity.label(), IdentityStatus.UNVERIFIED, now);
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when he is no longer as the caller saw
   *     him
   */
  public void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  /**
   * Forgets who he is. His id stays, for ledger and orders know him by it; his number, by which
   * people name him, is replaced by one that follows from the id alone.
   */
  void erase() {
    String serial = new BigInteger(id.toString().replace("-", ""), 16).toString(BASE);
    number = "E" + serial.substring(serial.length() - SERIAL_DIGITS).toUpperCase(Locale.ROOT);
    name = ERASED_NAME;
    residentId = null;
    birthDate = null;
    gender = null;
    phone = null;
    address = null;
    identityStatus = IdentityStatus.ERASED;
  }

  void mergeInto(Customer into) {
    mergedInto = into.id;
  }

  void standAlone() {
    mergedInto = null;
  }

  UUID mergedInto() {
    return mergedInto;
  }

  /** The id by which the bank serves him: his own, or who he has turned out to be. */
  UUID survivor() {
    return mergedInto == null ? id : mergedInto;
  }

  /** What is registered of him, for comparison. */
  Claim claim() {
    return new Claim(residentId, name, phone, birthDate, address);
  }

  boolean isErased() {
    return identityStatus == IdentityStatus.ERASED;
  }

  /** What names him and nobody else. */
  Set<String> marks() {
    return Stream.of(number, residentId, phone)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** All of it unmasked, for himself. */
  Map<String, Object> told() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("number", number);
    fields.put("name", name);
    fields.put("residentId", residentId);
    fields.put("birthDate", birthDate);
    fields.put("gender", gender);
    fields.put("phone", phone);
    fields.put("address", address);
    fields.put("homeBranch", homeBranch);
    fields.put("identityStatus", identityStatus);
    fields.put("registeredAt", registeredAt);
    return fields;
  }

  boolean isVerified() {
    return identityStatus == IdentityStatus.VERIFIED;
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String number() {
    return number;
  }

  String name() {
    return identityStatus.shown(name);
  }

  /** Whether this is the number of his resident ID. */
  boolean hasResidentId(String text) {
    return ResidentId.parse(text).filter(one -> one.value().equals(residentId)).isPresent();
  }

  String maskedResidentId() {
    return Masks.residentId(residentId);
  }

  Gender gender() {
    return gender;
  }

  /** Null while he is not verified. */
  LocalDate birthDate() {
    return birthDate;
  }

  /** Whole years on this day; null while unverified. */
  Integer ageOn(LocalDate day) {
    return birthDate == null ? null : Period.between(birthDate, day).getYears();
  }

  String phone() {
    return phone;
  }

  String address() {
    return address;
  }

  public String homeBranch() {
    return homeBranch;
  }

  IdentityStatus identityStatus() {
    return identityStatus;
  }

  Instant registeredAt() {
    return registeredAt;
  }

  CustomerRef ref() {
    return new CustomerRef(id, number, name, homeBranch, identityStatus);
  }

  CustomerSummary summary() {
    List<String> codes =
        apps == null ? List.of() : List.of(apps.substring(1, apps.length() - 1).split(","));
    return new CustomerSummary(
        id,
        version,
        number,
        name(),
        maskedResidentId(),
        Masks.phone(phone),
        homeBranch,
        identityStatus,
        codes,
        registeredAt);
  }
}
