package com.heyi.messages.internal;

import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the outbox holds about a customer: what he was told, and how he wants to be. To erase him
 * the words are emptied and his preference goes; that he was told, and when, stays.
 */
@ApplicationScoped
public class MessagesPersonalData implements PersonalData, KeptForATime {
  private static final String MESSAGES = "messages";
  private static final Forgetting FORGETTING = new Forgetting(Map.of(MESSAGES, "messages.purge"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected MessagesPersonalData() {}

  public MessagesPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return MESSAGES;
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "messagePreference",
        "select language, channel, email from messages.preference where customer_id ="
            + " :customer");
    NamedSql.rows(
            em,
            "select template, cast(args as text) as args, status, channel, language,"
                + " queued_at as \"queuedAt\", sent_at as \"sentAt\" from messages.message"
                + " where customer_id = :customer order by queued_at, id")
        .setParameter("customer", person.customerId())
        .getResultList()
        .forEach(message -> out.add("messages", told(message)));
  }

  /** Whoever makes the export is of the staff, and reads no more of a message than they do. */
  private static Map<String, Object> told(Row message) {
    List<String> args = Arrays.asList((String[]) Json.read(message.text("args"), String[].class));
    Map<String, Object> fields = message.fields();
    fields.put(
        "args",
        Json.write(WhatOnlyTheRecipientReads.hiddenFromOthers(message.text("template"), args)));
    return fields;
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "messages.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    UUID customer = person.customerId();
    return person.count(
        em,
        "select (select count(*) from messages.message where customer_id = :customer and"
            + " not args_erased) + (select count(*) from messages.preference where"
            + " customer_id = :customer)");
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }
}
