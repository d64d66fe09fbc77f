package com.heyi.web.accounts;

import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.RegisterCustomer;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Registers a customer who showed his resident ID. */
@PageAt(value = "/accounts/register.xhtml", facade = CustomersFacade.class, needs = "register")
@Named
@ViewScoped
public class RegisterCustomerPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomersFacade customers;
  private final FormKey key = new FormKey();
  private String name;
  private String residentId;
  private String phone;
  private String address;
  private String homeBranch;

  public String register() {
    RegisterCustomer command = new RegisterCustomer(name, residentId, phone, address, homeBranch);
    return Commands.run(key, () -> customers.register(command))
        .map(
            customer -> {
              if (customer.phoneSharedWith() > 0) {
                Say.warn("page.accounts.phone-shared", customer.phoneSharedWith());
              }
              return Go.saying("page.accounts.registered", customer.number())
                  .to("/accounts/customer", "id", customer.id());
            })
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getResidentId() {
    return residentId;
  }

  public void setResidentId(String residentId) {
    this.residentId = residentId;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getHomeBranch() {
    return homeBranch;
  }

  /** An empty field is no branch at all. */
  public void setHomeBranch(String homeBranch) {
    this.homeBranch = homeBranch == null || homeBranch.isBlank() ? null : homeBranch.strip();
  }
}
