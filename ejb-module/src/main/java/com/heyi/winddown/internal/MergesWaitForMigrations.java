package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.accounts.CustomersMerged;
import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who was migrated has his proof and is not looked at again; so a record of his that still has
 * something in the old app is not merged into him before that has moved, or it never would.
 */
@ApplicationScoped
public class MergesWaitForMigrations {
  private Plans plans;
  private AppRegister apps;

  protected MergesWaitForMigrations() {}

  @Inject
  public MergesWaitForMigrations(Plans plans, AppRegister apps) {
    this.plans = plans;
    this.apps = apps;
  }

  /**
   * @throws HeyiException {@link WindDownError#MERGE_WAITS}, {@link WindDownError#MERGE_BUSY}
   */
  public void on(@Observes CustomersMerged event) {
    for (Plan plan : plans.migrating()) {
      Set<String> ids =
          apps.identities(plan.app(), List.of(event.into())).getOrDefault(event.into(), Set.of());
      if (ids.isEmpty()) {
        continue;
      }
      if (!plans.holdIfIdle(plan.id())) {
        throw new HeyiException(WindDownError.MERGE_BUSY, plan.app());
      }
      if (wouldBeLeft(plan, event.into(), ids)) {
        throw new HeyiException(WindDownError.MERGE_WAITS, plan.app());
      }
    }
  }

  private boolean wouldBeLeft(Plan plan, UUID customer, Set<String> ids) {
    return !plans.migrated(plan.id(), List.of(customer)).isEmpty()
        && !plans.unmoved(plan.id(), ids).isEmpty();
  }
}
