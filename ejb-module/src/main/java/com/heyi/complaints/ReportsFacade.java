package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.reports.CasesAsked;
import com.heyi.complaints.internal.reports.Reports;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportExported;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the desk is measured by, counted from the cases when it is asked for. A branch system sees
 * its own branch.
 */
@Facade
@Stateless
public class ReportsFacade {
  @Inject private Reports reports;
  @Inject private CustomerDirectory customers;

  /** For the container. */
  public ReportsFacade() {}

  ReportsFacade(Reports reports, CustomerDirectory customers) {
    this.reports = reports;
    this.customers = customers;
  }

  /**
   * All measures of the cases received in a period, row by row and together.
   *
   * @throws HeyiException {@link ComplaintError#REPORT_PERIOD}, {@link
   *     ComplaintError#REPORT_TOO_LONG}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "report.table",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH})
  public ReportTable table(ReportFilter filter, ReportBy by) {
    return reports.table(filter.asTheCallerMay(), by);
  }

  /**
   * Cases received in a period by branch and product.
   *
   * @throws HeyiException {@link ComplaintError#REPORT_PERIOD}, {@link
   *     ComplaintError#REPORT_TOO_LONG}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "report.heat-map",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH})
  public HeatMap heatMap(ReportFilter filter) {
    return reports.heatMap(filter.asTheCallerMay());
  }

  /**
   * The open cases by age and by use of their nearest clock; the filter's period does not count.
   *
   * @throws HeyiException {@link ComplaintError#REPORT_PERIOD}, {@link
   *     ComplaintError#REPORT_TOO_LONG}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "report.ageing",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH})
  public Ageing ageing(ReportFilter filter) {
    return reports.ageing(filter.asTheCallerMay());
  }

  /**
   * The cases behind a figure, those received last first.
   *
   * <p>Filters: those of a report, {@code from}, {@code to}, {@code branch}, {@code product},
   * {@code channel}; the row, {@code level}, {@code cause}, {@code business}, {@code month}; {@code
   * measure}, received unless told. With {@code ageing=yes} the open cases of any time, in the
   * bands {@code age} and {@code used}. {@code -} stands for cases that do not say.
   *
   * @throws HeyiException {@link PagingError#FILTER}, {@link PagingError#FILTER_VALUE}, {@link
   *     PagingError#CURSOR}, {@link PagingError#SORT}, {@link ComplaintError#REPORT_PERIOD}, {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "report.cases",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH},
      personalData = true)
  public Page<ComplaintRow> cases(PageRequest request) {
    if (request.sort() != null) {
      throw new HeyiException(PagingError.SORT, request.sort().field(), "-");
    }
    CasesAsked read = CasesAsked.of(request.filters());
    CasesAsked asked =
        new CasesAsked(
            read.filter().asTheCallerMay(),
            read.measure(),
            read.keys(),
            read.ageing(),
            read.age(),
            read.used());
    Page<Complaint> found = reports.cases(asked, request);
    Map<UUID, CustomerRef> known =
        new HashMap<>(
            customers.findAll(
                found.items().stream()
                    .map(Complaint::customerId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
    return new Page<>(
        found.items().stream()
            .map(
                complaint ->
                    complaint
                        .shown()
                        .row(
                            Optional.ofNullable(known.get(complaint.customerId()))
                                .map(CustomerRef::number)
                                .orElse(null),
                            reports.clockOf(complaint)))
            .toList(),
        found.nextCursor(),
        found.total());
  }

  /** Records a file made of a report, with its hash, before it is handed over. */
  @Query(
      value = "report.export",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH},
      personalData = true)
  public void exported(ReportExported made) {
    made.note("report", made.report());
  }
}
