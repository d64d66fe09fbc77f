package com.heyi.web.accounts;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppsFacade;
import com.heyi.accounts.OverlapReport;
import com.heyi.accounts.RegisteredApp;
import com.heyi.shared.facade.CallContext;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The register of apps, and the matrix of what stands in several of them. */
@PageAt(value = "/accounts/apps.xhtml", facade = AppsFacade.class, needs = "overlap")
@Named
@ViewScoped
public class AppsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AppsFacade apps;

  private String function;
  private transient List<RegisteredApp> register;
  private transient OverlapReport overlap;

  /** Reads the register and the report. */
  public void load() {
    register = apps.register();
    overlap = apps.overlap();
  }

  /** The matrix as a workbook. */
  public void export() {
    OverlapReport report = getOverlap();
    XlsxExport<OverlapReport.Row> file =
        XlsxExport.of("page.apps.overlap", report.rows())
            .column("page.apps.function", row -> name(row.function()))
            .column("page.apps.in", OverlapReport.Row::apps);
    report.apps().forEach(app -> file.column(app.code(), row -> row.users().get(app.code())));
    file.column("page.apps.users.all", OverlapReport.Row::all)
        .column("page.apps.users.twice", OverlapReport.Row::twice)
        .column("page.apps.percent-twice", OverlapReport.Row::percentTwice)
        .column("page.apps.pairs", AppsPage::told)
        .send();
  }

  private static String told(OverlapReport.Row row) {
    return row.pairs().stream()
        .map(pair -> pair.one() + " + " + pair.other() + ": " + pair.users())
        .collect(Collectors.joining("\n"));
  }

  /** The name of a function in the caller's language. */
  public String name(AppFunctionView one) {
    // The panel asks for its title when the page is built, before anything is chosen.
    return one == null ? "" : one.name(CallContext.current().locale());
  }

  /** The name of an app in the caller's language. */
  public String appName(RegisteredApp app) {
    return app.app().name(CallContext.current().locale());
  }

  /** The names of what an app offers, by their codes. */
  public String functionNames(RegisteredApp app) {
    return getOverlap().rows().stream()
        .map(OverlapReport.Row::function)
        .filter(one -> app.functions().contains(one.code()))
        .map(this::name)
        .sorted()
        .collect(Collectors.joining("、"));
  }

  /** How strongly a cell is marked: 0 for a function that stands alone, up to 4. */
  public int heat(OverlapReport.Row row) {
    int highest = 4;
    int quarter = 25;
    return row.apps() < 2
        ? 0
        : Math.min(highest, 1 + Math.toIntExact(row.percentTwice()) / quarter);
  }

  /** The function that was chosen, or null. */
  public OverlapReport.Row getChosen() {
    return getOverlap().rows().stream()
        .filter(row -> row.function().code().equals(function))
        .findFirst()
        .orElse(null);
  }

  /** The pairs of the chosen function whose customers meet it twice, the most first. */
  public List<OverlapReport.Pair> getPairs() {
    OverlapReport.Row chosen = getChosen();
    return chosen == null
        ? List.of()
        : chosen.pairs().stream()
            .filter(pair -> pair.users() > 0)
            .sorted(Comparator.comparingLong(OverlapReport.Pair::users).reversed())
            .toList();
  }

  /** The app of a pair that fewer use: the one to end first. */
  public String smaller(OverlapReport.Pair pair) {
    return users(pair.one()) < users(pair.other()) ? pair.one() : pair.other();
  }

  /** How many of the smaller app's customers use the other too, in percent, rounded down. */
  public long share(OverlapReport.Pair pair) {
    long all = users(smaller(pair));
    return all == 0 ? 0 : pair.users() * 100 / all;
  }

  private long users(String code) {
    Long users = getChosen().users().get(code);
    return users == null ? 0 : users;
  }

  /** The name of an app by its code. */
  public String appName(String code) {
    return getRegister().stream()
        .filter(app -> app.code().equals(code))
        .findFirst()
        .map(this::appName)
        .orElse(code);
  }

  public List<RegisteredApp> getRegister() {
    if (register == null) {
      load();
    }
    return register;
  }

  public OverlapReport getOverlap() {
    if (overlap == null) {
      load();
    }
    return overlap;
  }

  public String getFunction() {
    return function;
  }

  public void setFunction(String function) {
    this.function = function;
  }
}
