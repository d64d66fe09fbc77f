package com.heyi.web.privacy;

import com.heyi.privacy.ErasureView;
import com.heyi.privacy.PrivacyFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The erasures that were done. */
@PageAt(value = "/privacy/erasures.xhtml", facade = PrivacyFacade.class, needs = "erasures")
@Named
@ViewScoped
public class ErasureListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PrivacyFacade privacy;
  private LazyList<ErasureView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(privacy::erasures, "customer", "from", "to");
  }

  public LazyList<ErasureView> getList() {
    return list;
  }
}
