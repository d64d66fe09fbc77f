package com.heyi.web.accounts;

import com.heyi.accounts.AppView;
import com.heyi.accounts.CustomerSummary;
import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.IdentityStatus;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** The register as a list, and the way to one customer by his resident ID. */
@PageAt(value = "/accounts/list.xhtml", facade = CustomersFacade.class, needs = "list")
@Named
@ViewScoped
public class CustomerListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomersFacade customers;
  private LazyList<CustomerSummary> list;
  private List<String> apps;
  private String residentId;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            customers::list,
            Set.of("name", "phone"),
            "number",
            "name",
            "phone",
            "branch",
            "identityStatus",
            "app",
            "alsoApp",
            "from",
            "to");
    apps = customers.apps().stream().map(AppView::code).toList();
  }

  /** Opens the customer with this resident ID, which never stands in an address. */
  public String find() {
    CustomerView customer = customers.findByResidentId(residentId);
    return "/accounts/customer.xhtml?faces-redirect=true&id=" + customer.id();
  }

  public void export() {
    XlsxExport.of("page.accounts.title", list)
        .column("page.accounts.number", CustomerSummary::number)
        .column("page.accounts.name", CustomerSummary::name)
        .column("page.accounts.resident-id", CustomerSummary::residentId)
        .column("page.accounts.phone", CustomerSummary::phone)
        .column("page.accounts.branch", CustomerSummary::homeBranch)
        .column("page.accounts.identity-status", CustomerSummary::identityStatus)
        .column("page.accounts.apps", row -> String.join(", ", row.apps()))
        .column("page.accounts.registered-at", CustomerSummary::registeredAt)
        .send();
  }

  public LazyList<CustomerSummary> getList() {
    return list;
  }

  public List<String> getApps() {
    return apps;
  }

  public IdentityStatus[] getIdentityStatuses() {
    return IdentityStatus.values();
  }

  public String getResidentId() {
    return residentId;
  }

  public void setResidentId(String residentId) {
    this.residentId = residentId;
  }
}
