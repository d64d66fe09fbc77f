package com.heyi.mall.internal;

import com.heyi.mall.Posted;
import java.util.UUID;

/** Shows entries with their postings. */
final class Entries {
  private Entries() {}

  /** As it was booked. */
  static Posted booked(Entry entry, Wallet wallet) {
    return view(entry.id(), entry, wallet);
  }

  /** As it would be booked. */
  static Posted tried(Entry entry, Wallet wallet) {
    return view(null, entry, wallet);
  }

  private static Posted view(UUID entryId, Entry entry, Wallet wallet) {
    return new Posted(
        entryId,
        entry.customerId(),
        entry.kind(),
        entry.amount(),
        wallet.balance().amount(),
        entry.effectiveOn(),
        entry.postings().stream()
            .map(
                leg ->
                    new Posted.Leg(
                        leg.account(),
                        leg.lotId(),
                        leg.amount(),
                        leg.lotId() == null ? null : wallet.lot(leg.lotId()).expiresOn()))
            .toList());
  }
}
