package com.heyi.web.mall;

import com.heyi.mall.CategoryView;
import jakarta.faces.model.SelectItem;
import java.util.List;
import java.util.Locale;

/** Categories to choose from in a form. */
final class CategoryChoices {
  private CategoryChoices() {}

  /** Those that are not retired, as the tree is read, each as deep as it lies. */
  static List<SelectItem> of(List<CategoryView> categories, Locale locale) {
    return categories.stream()
        .filter(category -> !category.retired())
        .map(
            category ->
                new SelectItem(
                    category.code(),
                    "\u3000".repeat(category.depth() - 1)
                        + category.name(locale)
                        + " · "
                        + category.code()))
        .toList();
  }
}
