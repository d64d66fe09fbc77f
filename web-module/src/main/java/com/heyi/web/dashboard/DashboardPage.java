package com.heyi.web.dashboard;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerFigures;
import com.heyi.accounts.CustomersFacade;
import com.heyi.audit.AuditDay;
import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.complaints.ComplaintFigures;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportsFacade;
import com.heyi.mall.MallFigures;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.PageAt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/**
 * What the first page shows. Every figure is read from its module when the page is opened; what a
 * person may not see is neither read nor shown.
 */
@PageAt(value = "/index.xhtml", forEverybody = true)
@Named
@RequestScoped
public class DashboardPage {
  private static final int MONTHS = 12;
  private static final int DAYS = 14;
  private static final int RECENT = 8;
  private static final int RECENT_RUNS = 5;

  @Inject private CustomersFacade customers;
  @Inject private PointsFacade points;
  @Inject private ComplaintsFacade complaints;
  @Inject private ImportsFacade imports;
  @Inject private AuditFacade audit;

  private CustomerFigures register;
  private MallFigures mall;
  private ComplaintFigures desk;
  private List<ImportRunView> runs;
  private List<AuditDay> activity;
  private List<AuditEntryView> recent;
  private TrialBalance trialBalance;

  /** Reads what this person may see. */
  public void open() {
    if (isForBusiness()) {
      register = customers.figures();
      mall = points.figures(MONTHS);
      desk = complaints.figures();
    }
    if (isMayProve()) {
      runs = imports.list(PageRequest.first(RECENT_RUNS)).items();
    }
    if (is(AUDITOR)) {
      activity = audit.activity(DAYS);
      recent = audit.list(PageRequest.first(RECENT)).items();
    }
  }

  public CustomerFigures getRegister() {
    return register;
  }

  public MallFigures getMall() {
    return mall;
  }

  public ComplaintFigures getDesk() {
    return desk;
  }

  public List<ImportRunView> getRuns() {
    return runs;
  }

  public List<AuditDay> getActivity() {
    return activity;
  }

  public List<AuditEntryView> getRecent() {
    return recent;
  }

  /** Whether the figures of the business are for this person. */
  public boolean isForBusiness() {
    return is(HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR);
  }

  /** Whether the books and the imports are for this person. */
  public boolean isMayProve() {
    return is(HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR);
  }

  /** The proof of the books, drawn up when first asked for: that reads every posting. */
  public TrialBalance getTrialBalance() {
    if (trialBalance == null) {
      trialBalance = points.trialBalance();
    }
    return trialBalance;
  }

  public DashboardCharts getCharts() {
    return new DashboardCharts(CallContext.current().locale(), mall, desk, activity);
  }

  private static boolean is(Role... roles) {
    return Arrays.stream(roles).anyMatch(CallContext.current()::has);
  }
}
