package com.heyi.web.winddown;

import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.ListFile;
import com.heyi.winddown.ProofView;
import com.heyi.winddown.ProofsExported;
import com.heyi.winddown.WindDownFacade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes files of proofs. None is handed over before the trail has its hash. */
@ApplicationScoped
public class ProofFiles {
  private static final int PART = 200;

  @Inject private WindDownFacade closings;
  @Inject private Clock clock;

  /**
   * All proofs of a plan as a file, which whoever takes it must close.
   *
   * @param format of the file
   */
  public ListFile<ProofView> made(UUID plan, FileFormat format, Locale locale) {
    ListFile<ProofView> file = ListFile.of("page.closing.proofs", format, locale, clock);
    try {
      file.column("page.closing.customer", ProofView::customerNumber)
          .column("page.closing.name", ProofView::customerName)
          .column("page.closing.from", ProofView::app)
          .column("page.closing.into", ProofView::into)
          .column("page.closing.points.before", ProofView::pointsBefore)
          .column("page.closing.points.after", ProofView::pointsAfter)
          .column("page.closing.points.refunded", ProofView::pointsRefunded)
          .column("page.closing.points.expired", ProofView::pointsExpired)
          .column("page.closing.money.before", ProofView::moneyBefore)
          .column("page.closing.money.after", ProofView::moneyAfter)
          .column("page.closing.money.refunded", ProofView::moneyRefunded)
          .column("page.closing.money.expired", ProofView::moneyExpired)
          .column("page.closing.orders.before", ProofView::ordersBefore)
          .column("page.closing.orders.after", ProofView::ordersAfter)
          .column("page.closing.orders.refunded", ProofView::ordersRefunded)
          .column("page.closing.coupons.before", ProofView::couponsBefore)
          .column("page.closing.coupons.after", ProofView::couponsAfter)
          .column("page.closing.coupons.expired", ProofView::couponsExpired)
          .column("page.closing.migrated-at", ProofView::migratedAt);
      long rows = 0;
      String cursor = null;
      boolean cut = false;
      do {
        Page<ProofView> part =
            closings.proofs(plan, PageRequest.after(cursor, PART, null, Map.of()));
        for (ProofView proof : part.items()) {
          if (rows == format.mostRows()) {
            cut = true;
            break;
          }
          file.row(proof);
          rows++;
        }
        cursor = part.nextCursor();
      } while (cursor != null && !cut);
      String hash = file.finish(cut);
      closings.exported(new ProofsExported(plan, format.name(), rows, hash));
      return file;
    } catch (RuntimeException e) {
      file.discard();
      throw e;
    }
  }
}
