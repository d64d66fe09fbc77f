package com.heyi.audit;

import com.heyi.audit.internal.AuditEntry;
import com.heyi.audit.internal.AuditTrail;
import com.heyi.audit.internal.ProofKeeper;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads the audit trail. Nobody writes to it through here. */
@Facade
@Stateless
public class AuditFacade {
  @Inject private AuditTrail trail;
  @Inject private ProofKeeper proof;

  /**
   * A part of the trail, newest first unless asked otherwise.
   *
   * <p>Filters: {@code who}, {@code action} (beginning), {@code module}, {@code target}, {@code
   * outcome}, {@code channel}, {@code branch}, {@code requestId}, {@code from} and {@code to} (days
   * in the bank's zone). Sorts: {@code recordedAt}, {@code who}, {@code action}.
   */
  @Query(value = "audit.list", by = Role.AUDITOR, personalData = true)
  public Page<AuditEntryView> list(PageRequest request) {
    return trail.page(request);
  }

  /**
   * One row.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(value = "audit.view", by = Role.AUDITOR, personalData = true)
  public AuditEntryView view(UUID id) {
    return trail
        .find(id)
        .map(AuditEntry::view)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  /**
   * How much the trail grew on each of the last days, today last; a day without entries is there
   * with zeros.
   *
   * @param days how many days, 1 to 92
   * @throws IllegalArgumentException for another number of days
   */
  @Query(value = "audit.activity", by = Role.AUDITOR)
  public List<AuditDay> activity(int days) {
    return trail.activity(days);
  }

  /** How far the trail is proved: the last signed checkpoint, and the last replays of the chain. */
  @Query(value = "audit.proof", by = Role.AUDITOR)
  public ProofView proof() {
    return proof.view();
  }

  /**
   * Has the whole chain replayed, if that is not being done already; {@link #proof()} tells when it
   * has ended. Changes nothing but the system's own record of replays, which names the caller.
   */
  @Query(value = "audit.verify", by = Role.AUDITOR)
  public void verifyNow() {
    proof.verifyFor(CallContext.current().user());
  }
}
