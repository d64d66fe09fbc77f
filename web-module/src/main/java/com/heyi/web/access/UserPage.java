package com.heyi.web.access;

import com.heyi.access.AccessFacade;
import com.heyi.access.GrantRole;
import com.heyi.access.RevokeRole;
import com.heyi.access.UserView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** One user with the roles held, to grant and revoke. */
@PageAt(value = "/access/user.xhtml", facade = AccessFacade.class, needs = "view")
@Named
@ViewScoped
public class UserPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SELF = "/access/user";

  @Inject private AccessFacade access;
  private final FormKey key = new FormKey();
  private String id;
  private transient UserView user;
  private Role role;
  private String reason;

  public String grant() {
    return Commands.run(key, () -> access.grant(new GrantRole(id, role, reason)))
        .map(done -> gone("page.access.granted", done))
        .orElse(Go.STAY);
  }

  public String revoke() {
    return Commands.run(key, () -> access.revoke(new RevokeRole(id, role, reason)))
        .map(done -> gone("page.access.revoked", done))
        .orElse(Go.STAY);
  }

  private String gone(String said, UserView done) {
    return Go.saying(said, done.name(), Texts.of(CallContext.current().locale(), role))
        .to(SELF, "id", id);
  }

  /** Reads the user that the address names. */
  public void load() {
    user = access.view(id == null ? "" : id);
  }

  public UserView getUser() {
    if (user == null) {
      load();
    }
    return user;
  }

  /** The roles that the user does not hold. */
  public List<Role> getGrantable() {
    return Stream.of(Role.values()).filter(one -> !getUser().roles().contains(one)).toList();
  }

  /** Whether the caller may grant and revoke; an auditor only reads. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public FormKey getKey() {
    return key;
  }
}
