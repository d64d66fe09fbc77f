package com.heyi.accounts.internal;

import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Gives out customer and account numbers. They are taken from the database in blocks, so that
 * numbers may be left out when the server stops, but none is given twice.
 */
@ApplicationScoped
public class Numbers {
  /** Must be the increment of the sequences. */
  private static final int BLOCK = 100;

  /** Begins like a Chinese card (62), with an issuer that nobody has. */
  private static final String ISSUER = "620000";

  private final Block customers = new Block("accounts.customer_serial");
  private final Block accounts = new Block("accounts.account_serial");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Numbers() {}

  public Numbers(EntityManager em) {
    this.em = em;
  }

  /** C, eight digits and a check digit. */
  String nextCustomerNumber() {
    return "C" + Luhn.append(String.format("%08d", customers.next(em)));
  }

  /** 19 digits, the last a check digit. */
  public String nextAccountNumber() {
    return Luhn.append(ISSUER + String.format("%012d", accounts.next(em)));
  }

  private static final class Block {
    private final String sequence;
    private long next = 1;
    private long last;

    Block(String sequence) {
      this.sequence = sequence;
    }

    synchronized long next(EntityManager em) {
      if (next > last) {
        next =
            NamedSql.values(em, "select nextval('" + sequence + "')", Long.class)
                // Keeps what an import has collected so far for its batches.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        last = next + BLOCK - 1;
      }
      return next++;
    }
  }
}
