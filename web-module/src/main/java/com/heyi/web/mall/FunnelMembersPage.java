package com.heyi.web.mall;

import com.heyi.mall.FunnelMember;
import com.heyi.mall.FunnelStep;
import com.heyi.mall.SalesFacade;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;

/** The customers behind a step of the funnel. */
@PageAt(value = "/mall/funnel-members.xhtml", facade = SalesFacade.class, needs = "members")
@Named
@ViewScoped
public class FunnelMembersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String STEP = "step";
  private static final String FROM = "from";
  private static final String TO = "to";

  @Inject private SalesFacade sales;
  @Inject private FiguresFiles files;
  private LazyList<FunnelMember> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(sales::members, STEP, FROM, TO);
  }

  /** Sends the customers as a workbook. */
  public void export() {
    Map<String, String> asked = list.getFilters();
    FileAnswers.send(
        (format, locale) ->
            files.members(asked.get(STEP), asked.get(FROM), asked.get(TO), format, locale),
        FileFormat.XLSX.name());
  }

  public FunnelStep[] getSteps() {
    return FunnelStep.values();
  }

  public LazyList<FunnelMember> getList() {
    return list;
  }
}
