package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * What is taken to reverse a grant: first what its own lot still has, locked or not; then, for what
 * was spent of it, other usable points, the soonest to expire first. So nobody keeps points whose
 * ground has gone, as long as he has any.
 *
 * @param taken what is taken out of lots
 * @param fromLocked what is taken of locked points
 * @param waived what could not be taken and was given up, or is owed
 */
record ReversedGrant(List<Taken> taken, List<Taken> fromLocked, Points waived) {

  /**
   * @param given what the grant gave, less what the customer has lost of it himself
   * @throws HeyiException {@link MallError#REVERSAL_SPENT} when it cannot all be taken and is not
   *     waived; nothing is taken then
   */
  static ReversedGrant of(Wallet wallet, Lot lot, Points given, boolean waive) {
    Points locked = given.min(lot.locked());
    Points own = given.minus(locked).min(lot.remaining());
    Points spent = given.minus(locked).minus(own);
    Points others = wallet.isUsable(lot) ? wallet.usable().minus(lot.remaining()) : wallet.usable();
    if (spent.isMoreThan(others) && !waive) {
      throw new HeyiException(
          MallError.REVERSAL_SPENT, given.amount(), locked.plus(own).plus(others).amount());
    }
    List<Taken> fromLocked = new ArrayList<>();
    if (!locked.isZero()) {
      lot.takeLocked(locked);
      fromLocked.add(new Taken(lot.id(), locked));
    }
    List<Taken> taken = new ArrayList<>();
    if (!own.isZero()) {
      lot.take(own);
      taken.add(new Taken(lot.id(), own));
    }
    Points replaced = spent.min(others);
    taken.addAll(wallet.take(replaced));
    return new ReversedGrant(taken, fromLocked, spent.minus(replaced));
  }
}
