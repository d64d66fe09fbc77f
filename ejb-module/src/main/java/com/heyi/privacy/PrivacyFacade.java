package com.heyi.privacy;

import com.heyi.privacy.internal.Erasing;
import com.heyi.privacy.internal.PersonExport;
import com.heyi.privacy.internal.RetentionTable;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
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

/** A person's rights over his data, and how long records are kept. */
@Facade
@Stateless
public class PrivacyFacade {
  @Inject private PersonExport export;
  @Inject private Erasing erasing;
  @Inject private RetentionTable retention;

  /**
   * All that is held about a customer, as one file. A read and no command, so that its answer is
   * kept nowhere; the trail gets the hash of the file.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(value = "privacy.export", by = Role.HEAD_OFFICE_ADMIN, personalData = true)
  public PersonFile export(ExportPerson command) {
    PersonFile file = export.of(command.customerId());
    ChangeLog.note("customer", command.customerId(), "exportSha256", null, file.sha256());
    return file;
  }

  /**
   * Erases who a customer is. His id goes on in ledger, orders and trail, and says nothing any
   * more.
   *
   * @throws HeyiException {@link PrivacyError#ERASURE_HINDERED} while there are points, open
   *     accounts, open complaints, or a legal minimum runs; {@link CommonError#VERSION_MOVED};
   *     {@link CommonError#NOT_FOUND}; {@code customer.erased} when he is erased already
   */
  @Command(value = "privacy.erase", by = Role.HEAD_OFFICE_ADMIN)
  public ErasureView erase(ErasePerson command) {
    return erasing.erase(command);
  }

  /**
   * Erasures that were done, latest first. Filters: {@code customer}, {@code from}, {@code to}.
   * Sort: {@code erasedAt}.
   */
  @Query(
      value = "privacy.erasures",
      by = {Role.HEAD_OFFICE_ADMIN, Role.AUDITOR})
  public Page<ErasureView> erasures(PageRequest request) {
    return erasing.page(request);
  }

  /**
   * One erasure.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "privacy.erasure",
      by = {Role.HEAD_OFFICE_ADMIN, Role.AUDITOR})
  public ErasureView erasure(UUID id) {
    return erasing.view(id);
  }

  /** How long each kind of record is kept, by kind. */
  @Query(
      value = "privacy.retention",
      by = {Role.HEAD_OFFICE_ADMIN, Role.AUDITOR})
  public List<RetentionView> retention() {
    return retention.all();
  }

  /**
   * Changes how long a kind of record is kept.
   *
   * @throws HeyiException {@link PrivacyError#KIND_UNKNOWN}, {@link PrivacyError#BELOW_MINIMUM},
   *     {@link PrivacyError#NOT_CHANGEABLE}, {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "privacy.change-retention", by = Role.HEAD_OFFICE_ADMIN)
  public RetentionView changeRetention(ChangeRetention command) {
    return retention.change(command);
  }
}
