package com.heyi.giftcards.internal;

import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;

/**
 * What is held about a customer who got gift cards from the bank: his id, which tells nothing of
 * who he is once he is erased. The cards go on to pay for whoever has their codes.
 */
@ApplicationScoped
public class GiftCardsPersonalData implements PersonalData, KeptForATime {
  private static final String KIND = "gift-card-wrong-codes";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected GiftCardsPersonalData() {}

  public GiftCardsPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "giftcards";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "giftCards",
        "select number, status, funding, amount, balance, expires_on as \"expiresOn\","
            + " issued_at as \"cardIssuedAt\", handed_over_at as \"handedOverAt\""
            + " from giftcards.card where customer_id = :customer order by issued_at, id");
    out.tell(
        em,
        person,
        "giftCardMovements",
        "select c.number as card, e.kind, p.amount, p.balance_after as \"balanceAfter\","
            + " e.booked_at as \"bookedAt\" from giftcards.card c"
            + " join giftcards.posting p on p.card_id = c.id"
            + " join giftcards.entry e on e.id = p.entry_id"
            + " where c.customer_id = :customer order by c.issued_at, c.id, p.seq");
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return em.createNativeQuery(
            "delete from giftcards.wrong_code where id in (select id from giftcards.wrong_code"
                + " where tried_at < :before order by tried_at limit :most)")
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }
}
