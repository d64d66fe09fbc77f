package com.heyi.invoices.internal;

import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Invoices of a customer. They are vouchers of the books and stay for thirty years under his id; to
 * erase him the names that they were made out to are emptied, which makes them out to 个人. A
 * company's title is the company's and stays.
 */
@ApplicationScoped
public class InvoicesPersonalData implements PersonalData {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected InvoicesPersonalData() {}

  public InvoicesPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "invoices";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "invoices",
        "select number, official_number as \"officialNumber\", kind, order_number as"
            + " \"order\", gross, net, tax, buyer_kind as \"buyerKind\", buyer_title as"
            + " \"buyerTitle\", buyer_tax_number as \"buyerTaxNumber\", status,"
            + " requested_at as \"requestedAt\", issued_at as \"issuedAt\""
            + " from invoices.invoice where customer_id = :customer"
            + " order by requested_at, id");
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "invoices.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select count(*) from invoices.invoice where customer_id = :customer"
            + " and buyer_kind = 'PERSON' and buyer_title is not null");
  }
}
