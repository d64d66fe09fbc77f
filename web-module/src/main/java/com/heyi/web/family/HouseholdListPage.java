package com.heyi.web.family;

import com.heyi.accounts.CustomersFacade;
import com.heyi.family.FamilyFacade;
import com.heyi.family.FoundHousehold;
import com.heyi.family.HouseholdRow;
import com.heyi.family.MemberRole;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;

/** The households as a list, where a clerk finds one or founds one. */
@PageAt(value = "/family/list.xhtml", facade = FamilyFacade.class, needs = "list")
@Named
@ViewScoped
public class HouseholdListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FamilyFacade family;
  @Inject private CustomersFacade customers;

  private final FormKey key = new FormKey();
  private LazyList<HouseholdRow> list;
  private String number;
  private String name;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(family::list, Set.of("name"), "name", "member");
  }

  /** Founds a household with the customer of this number as its first guardian. */
  public String found() {
    return Commands.run(
            key,
            () ->
                family.found(new FoundHousehold(customers.findByNumber(number.strip()).id(), name)))
        .map(
            done ->
                Go.saying("page.family.said.founded", done.name())
                    .to("/family/household", "id", done.id()))
        .orElse(Go.STAY);
  }

  public void export() {
    XlsxExport.of("page.family.list", list)
        .column("page.family.name", HouseholdRow::name)
        .column("page.family.guardians", row -> names(row, MemberRole.GUARDIAN))
        .column("page.family.children", row -> names(row, MemberRole.CHILD))
        .column("page.family.founded", HouseholdRow::foundedAt)
        .send();
  }

  /** The guardians in one line. */
  public String guardians(HouseholdRow row) {
    return names(row, MemberRole.GUARDIAN);
  }

  /** The children in one line. */
  public String children(HouseholdRow row) {
    return names(row, MemberRole.CHILD);
  }

  private static String names(HouseholdRow row, MemberRole role) {
    return String.join("、", row.names(role));
  }

  /** Whether the caller's role may found one. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.OPERATOR);
  }

  public LazyList<HouseholdRow> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
