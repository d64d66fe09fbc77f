package com.heyi.web.mall;

import com.heyi.mall.CategoryView;
import com.heyi.mall.SetCategory;
import com.heyi.mall.ShelfFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** The tree of categories, to build and to change. */
@PageAt(value = "/mall/categories.xhtml", facade = ShelfFacade.class, needs = "categories")
@Named
@ViewScoped
public class CategoriesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ShelfFacade shelves;

  private final FormKey key = new FormKey();
  private transient List<CategoryView> categories;

  /** The category that is being changed, or null for a new one. */
  private String chosen;

  private Long version;
  private String code;
  private String parent;
  private String nameEn;
  private String nameZhCn;
  private String nameZhTw;
  private Long position = 0L;
  private boolean retired;

  /** Reads the category that the address names into the form. */
  public void load() {
    getCategories().stream()
        .filter(category -> category.code().equals(chosen))
        .findFirst()
        .ifPresent(
            category -> {
              version = category.version();
              code = category.code();
              parent = category.parent();
              nameEn = category.nameEn();
              nameZhCn = category.nameZhCn();
              nameZhTw = category.nameZhTw();
              position = (long) category.position();
              retired = category.retired();
            });
  }

  /** Makes the category of the form, or changes it. */
  public String save() {
    SetCategory command =
        new SetCategory(
            code,
            version,
            parent,
            nameEn,
            nameZhCn,
            nameZhTw,
            position == null ? 0 : position.intValue(),
            retired);
    return Commands.run(key, () -> shelves.setCategory(command))
        .map(
            done ->
                Go.saying("page.mall.categories.saved", done.name(locale())).to("/mall/categories"))
        .orElse(Go.STAY);
  }

  public List<CategoryView> getCategories() {
    if (categories == null) {
      categories = shelves.categories();
    }
    return categories;
  }

  public List<SelectItem> getParents() {
    return CategoryChoices.of(getCategories(), locale());
  }

  /** The name as the person reads it. */
  public String name(CategoryView category) {
    return category.name(locale());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  /** Whether the caller's role may change the tree. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isNew() {
    return version == null;
  }

  public FormKey getKey() {
    return key;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNameZhCn() {
    return nameZhCn;
  }

  public void setNameZhCn(String nameZhCn) {
    this.nameZhCn = nameZhCn;
  }

  public String getNameZhTw() {
    return nameZhTw;
  }

  public void setNameZhTw(String nameZhTw) {
    this.nameZhTw = nameZhTw;
  }

  public Long getPosition() {
    return position;
  }

  public void setPosition(Long position) {
    this.position = position;
  }

  public boolean isRetired() {
    return retired;
  }

  public void setRetired(boolean retired) {
    this.retired = retired;
  }
}
