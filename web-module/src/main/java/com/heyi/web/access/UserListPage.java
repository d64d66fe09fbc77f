package com.heyi.web.access;

import com.heyi.access.AccessFacade;
import com.heyi.access.UserView;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The users of the realm as a list. */
@PageAt(value = "/access/list.xhtml", facade = AccessFacade.class, needs = "list")
@Named
@ViewScoped
public class UserListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AccessFacade access;
  private LazyList<UserView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(access::list, "text");
  }

  public LazyList<UserView> getList() {
    return list;
  }
}
