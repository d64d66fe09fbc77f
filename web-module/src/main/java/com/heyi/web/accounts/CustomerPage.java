package com.heyi.web.accounts;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountsFacade;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppView;
import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.IdentityStatus;
import com.heyi.accounts.LinkIdentity;
import com.heyi.accounts.MatchingFacade;
import com.heyi.accounts.OpenAccount;
import com.heyi.accounts.UnmergeCustomer;
import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.family.FamilyFacade;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderSummary;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.privacy.ErasePerson;
import com.heyi.privacy.ExportPerson;
import com.heyi.privacy.PersonFile;
import com.heyi.privacy.PrivacyFacade;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.common.PersonFiles;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.Download;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A customer with everything that Heyi holds of him: identities, accounts, points, orders,
 * complaints, each as far as the caller's role may see it.
 */
@PageAt(value = "/accounts/customer.xhtml", facade = CustomersFacade.class, needs = "view")
@Named
@ViewScoped
public class CustomerPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 8;
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  @Inject private CustomersFacade customers;
  @Inject private MatchingFacade matching;
  @Inject private AccountsFacade accounts;
  @Inject private PointsFacade points;
  @Inject private OrderFacade orders;
  @Inject private ComplaintsFacade complaints;
  @Inject private FamilyFacade family;
  @Inject private PrivacyFacade privacy;

  private final FormKey linkKey = new FormKey();
  private final FormKey unmergeKey = new FormKey();
  private final FormKey openKey = new FormKey();
  private final FormKey eraseKey = new FormKey();
  private String reason;
  private String id;
  private transient CustomerView customer;
  private transient boolean inHousehold;
  private long version;
  private transient Map<String, AppView> apps;
  private transient PointsView held;
  private transient Page<OrderSummary> latestOrders;
  private transient Page<ComplaintRow> latestComplaints;
  private String app;
  private String externalId;
  private AccountType type;
  private String branch;

  /** Reads the customer whom the address names. */
  public void load() {
    read();
    version = customer.version();
  }

  /** Links an identity to the customer as he was when the page was opened. */
  public String link() {
    LinkIdentity command = new LinkIdentity(Param.id(id), version, app, externalId);
    return Commands.run(linkKey, () -> customers.linkIdentity(command))
        .map(done -> Go.saying("page.accounts.linked", app).again("id", id))
        .orElse(Go.STAY);
  }

  /** Lets a merged customer stand for himself again. */
  public String unmerge() {
    UnmergeCustomer command = new UnmergeCustomer(Param.id(id), version, reason);
    return Commands.run(unmergeKey, () -> matching.unmerge(command))
        .map(done -> Go.saying("page.matches.unmerged", done.number()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Opens an account for the customer as he was when the page was opened. */
  public String open() {
    OpenAccount command = new OpenAccount(Param.id(id), version, type, branch);
    return Commands.run(openKey, () -> accounts.open(command))
        .map(done -> Go.saying("page.accounts.opened", done.number()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Sends all that is held about the customer as a file. */
  public void exportData() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      PersonFile file = privacy.export(new ExportPerson(Param.id(id), reason));
      Download.send(
          faces,
          "application/zip",
          Download.named(file.name()),
          out -> {
            faces.getExternalContext().setResponseHeader("X-Content-SHA256", file.sha256());
            PersonFiles.deliver(file, out);
          });
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Erases who the customer is, as he was when the page was opened. */
  public String erase() {
    ErasePerson command = new ErasePerson(Param.id(id), version, reason);
    return Commands.run(eraseKey, () -> privacy.erase(command))
        .map(done -> Go.saying("page.privacy.erased", done.id()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether the caller may export and erase. */
  public boolean isPrivacyShown() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isErased() {
    return getCustomer().identityStatus() == IdentityStatus.ERASED;
  }

  private void read() {
    customer = customers.view(Param.id(id));
    apps = customers.apps().stream().collect(Collectors.toMap(AppView::code, Function.identity()));
    Map<String, String> his = Map.of("customer", customer.number());
    if (isMallShown()) {
      inHousehold = family.membership(customer.id()).householdId() != null;
      held = points.view(customer.id());
      latestOrders = orders.list(PageRequest.at(0, LATEST, null, his));
    }
    latestComplaints = complaints.list(PageRequest.at(0, LATEST, null, his));
  }

  /** Whether he belongs to a household, as far as the caller may know. */
  public boolean isInHousehold() {
    getCustomer();
    return inHousehold;
  }

  /** Whether the caller's role may see points and orders. */
  public boolean isMallShown() {
    Caller caller = CallContext.current();
    return caller.has(Role.HEAD_OFFICE_ADMIN)
        || caller.has(Role.OPERATOR)
        || caller.has(Role.AUDITOR);
  }

  /** Whether the caller's role may change the customer. */
  public boolean isChangeable() {
    Caller caller = CallContext.current();
    return !isErased() && (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR));
  }

  /** Whether the caller's role may issue him a gift card. */
  public boolean isCardsIssuable() {
    return !isErased() && CallContext.current().has(Role.OPERATOR);
  }

  /** The app's name in the caller's language. */
  public String appName(String code) {
    AppView known = getAppsByCode().get(code);
    return known == null ? code : known.name(CallContext.current().locale());
  }

  /** The apps to which an identity can be linked. */
  public List<SelectItem> getOpenApps() {
    return getAppsByCode().values().stream()
        .filter(known -> known.status() == AppStatus.ACTIVE)
        .map(AppView::code)
        .sorted()
        .map(code -> new SelectItem(code, code + " " + appName(code)))
        .toList();
  }

  private Map<String, AppView> getAppsByCode() {
    if (apps == null) {
      read();
    }
    return apps;
  }

  /** An amount in the card currency, which the card centre did not name. */
  public String amount(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", SYMBOLS).format(amount);
  }

  /** A ratio, 1 being 100 %. */
  public String percent(BigDecimal ratio) {
    return new DecimalFormat("#,##0.0%", SYMBOLS).format(ratio);
  }

  public AccountType[] getTypes() {
    return AccountType.values();
  }

  public CustomerView getCustomer() {
    if (customer == null) {
      read();
    }
    return customer;
  }

  public PointsView getHeld() {
    return held;
  }

  public Page<OrderSummary> getLatestOrders() {
    return latestOrders;
  }

  public Page<ComplaintRow> getLatestComplaints() {
    return latestComplaints;
  }

  public FormKey getUnmergeKey() {
    return unmergeKey;
  }

  public FormKey getLinkKey() {
    return linkKey;
  }

  public FormKey getEraseKey() {
    return eraseKey;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public FormKey getOpenKey() {
    return openKey;
  }

  /** His version when the page was opened. */
  public long getVersion() {
    return version;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getApp() {
    return app;
  }

  public void setApp(String app) {
    this.app = app;
  }

  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  public AccountType getType() {
    return type;
  }

  public void setType(AccountType type) {
    this.type = type;
  }

  public String getBranch() {
    return branch;
  }

  /** An empty field means the customer's home branch. */
  public void setBranch(String branch) {
    this.branch = branch == null || branch.isBlank() ? null : branch.strip();
  }
}
