package com.heyi.web.mall;

import com.heyi.mall.LiabilityChange;
import com.heyi.mall.LiabilityFacade;
import com.heyi.mall.PointsHolder;
import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What changed the outstanding points of a month, and who has them. */
@PageAt(value = "/mall/liability-change.xhtml", facade = LiabilityFacade.class, needs = "holders")
@Named
@ViewScoped
public class LiabilityChangePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ON = "on";

  @Inject private LiabilityFacade facade;
  @Inject private FiguresFiles files;
  private LazyList<PointsHolder> list;
  private transient LiabilityChange change;

  /** Reads the day that the address asks for; today when that cannot be. */
  public void open() {
    list = LazyList.of(facade::holders, ON);
    read();
  }

  private void read() {
    try {
      change = facade.change(list.getFilters().get(ON));
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
      change = facade.change(null);
    }
  }

  /** Sends who has the points as a workbook. */
  public void export() {
    FileAnswers.send(
        (format, locale) -> files.holders(list.getFilters().get(ON), format, locale),
        FileFormat.XLSX.name());
  }

  /** Writes what changed them into a file. */
  public void exportChange(String format) {
    FileAnswers.send(
        (wanted, locale) -> files.change(list.getFilters().get(ON), wanted, locale), format);
  }

  public LiabilityChange getChange() {
    if (change == null) {
      read();
    }
    return change;
  }

  public LazyList<PointsHolder> getList() {
    return list;
  }
}
