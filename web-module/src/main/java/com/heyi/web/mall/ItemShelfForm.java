package com.heyi.web.mall;

import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.FamilyView;
import com.heyi.mall.ItemView;
import com.heyi.mall.ShelfFacade;
import com.heyi.mall.ShelveItem;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.Param;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** On an item's page: where it stands, and of which family it is a variant. */
@Named
@ViewScoped
public class ItemShelfForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueFacade catalogue;
  @Inject private ShelfFacade shelves;

  private final FormKey key = new FormKey();
  private String id;
  private long version;
  private String category;
  private String family;
  private String options;
  private transient FamilyView variants;

  /** Reads how the item stands. */
  public void load(String itemId) {
    id = itemId;
    ItemView item = catalogue.view(Param.id(id));
    version = item.version();
    category = item.category();
    family = item.family();
    options = String.join("; ", item.options());
  }

  /** Puts the item where the form says. */
  public String shelve() {
    List<String> chosen =
        options == null || options.isBlank()
            ? List.of()
            : Arrays.stream(options.split("[;；]")).map(String::strip).toList();
    ShelveItem command = new ShelveItem(Param.id(id), version, category, family, chosen);
    return Commands.run(key, () -> shelves.shelve(command))
        .map(done -> Go.saying("page.mall.shelf.saved", done.sku()).again("id", id))
        .orElse(Go.STAY);
  }

  /** The categories to choose from, each as deep as it lies. */
  public List<SelectItem> getCategories() {
    return CategoryChoices.of(
        shelves.categories(), FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  /** The family of the item with its variants, or null when it stands alone. */
  public FamilyView getVariants() {
    if (variants == null && family != null && !family.isBlank()) {
      variants = shelves.family(family);
    }
    return variants;
  }

  public FormKey getKey() {
    return key;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getOptions() {
    return options;
  }

  public void setOptions(String options) {
    this.options = options;
  }
}
