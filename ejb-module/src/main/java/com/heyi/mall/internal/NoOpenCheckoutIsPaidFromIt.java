package com.heyi.mall.internal;

import com.heyi.accounts.AccountClosingGuard;
import com.heyi.accounts.AccountRef;
import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * An account from which an open checkout was paid stays open until that is an order or let go: its
 * money may have to go back by itself, with nobody there to open another account.
 */
@ApplicationScoped
public class NoOpenCheckoutIsPaidFromIt implements AccountClosingGuard {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected NoOpenCheckoutIsPaidFromIt() {}

  NoOpenCheckoutIsPaidFromIt(EntityManager em) {
    this.em = em;
  }

  @Override
  public void check(AccountRef account) {
    new Sql(em)
        .one(
            row -> Sql.uuid(row, "id"),
            "select c.id from mall.checkout c join mall.payment p on p.checkout_id = c.id"
                + " where c.customer_id = ? and c.status = 'OPEN' and p.account_id = ? limit 1",
            account.customerId(),
            account.id())
        .ifPresent(
            open -> {
              throw new HeyiException(MallError.CHECKOUT_PAID_FROM_IT, account.number(), open);
            });
  }
}
