package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.Shelves;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Where items stand: categories, and families of variants. */
@Facade
@Stateless
public class ShelfFacade {
  @Inject private Shelves shelves;

  /** All categories as the tree is read: each before those below it, siblings in their order. */
  @Query(
      value = "category.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<CategoryView> categories() {
    return shelves.categories();
  }

  /**
   * Makes a category, or changes its names, its place in the tree, and whether it is retired.
   *
   * @return the category as it is now
   * @throws HeyiException {@link MallError#CATEGORY_DUPLICATE}, {@link MallError#CATEGORY_UNKNOWN},
   *     {@link MallError#CATEGORY_RETIRED}, {@link MallError#CATEGORY_LOOP}, {@link
   *     MallError#CATEGORY_TOO_DEEP}, {@link MallError#CATEGORY_NOT_EMPTY}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(value = "category.set", by = HEAD_OFFICE_ADMIN)
  public CategoryView setCategory(SetCategory command) {
    String code = shelves.set(command);
    return shelves.categories().stream()
        .filter(category -> category.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A family with its variants.
   *
   * @throws HeyiException {@link MallError#FAMILY_UNKNOWN}
   */
  @Query(
      value = "item-family.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public FamilyView family(@NotNull @Size(max = 40) String code) {
    return shelves.family(code);
  }

  /**
   * Makes a family of items, or changes one.
   *
   * @throws HeyiException {@link MallError#FAMILY_DUPLICATE}, {@link MallError#FAMILY_UNKNOWN},
   *     {@link MallError#FAMILY_HAS_VARIANTS}, {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "item-family.set", by = HEAD_OFFICE_ADMIN)
  public FamilyView setFamily(SetFamily command) {
    return shelves.set(command);
  }

  /**
   * Says in which category an item stands, and of which family it is a variant.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#CATEGORY_UNKNOWN}, {@link MallError#CATEGORY_RETIRED}, {@link
   *     MallError#FAMILY_UNKNOWN}, {@link MallError#VARIANT_OPTIONS}, {@link
   *     MallError#VARIANT_DUPLICATE}
   */
  @Command(value = "item.shelve", by = HEAD_OFFICE_ADMIN)
  public ItemView shelve(ShelveItem command) {
    return shelves.shelve(command);
  }
}
