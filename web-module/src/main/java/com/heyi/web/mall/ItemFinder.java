package com.heyi.web.mall;

import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds items while somebody types. */
final class ItemFinder {
  private static final int MOST_FOUND = 12;

  private ItemFinder() {}

  /** Items on sale whose code begins with the text or whose name holds it. */
  static List<ItemView> find(CatalogueFacade catalogue, String text) {
    return Stream.of("sku", "name")
        .flatMap(
            by ->
                catalogue
                    .list(
                        PageRequest.after(
                            null,
                            MOST_FOUND,
                            Sort.ascending("sku"),
                            Map.of(by, text, "status", ItemStatus.ON_SALE.name())))
                    .items()
                    .stream())
        .distinct()
        .limit(MOST_FOUND)
        .toList();
  }
}
