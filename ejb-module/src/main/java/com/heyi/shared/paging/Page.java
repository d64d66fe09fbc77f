package com.heyi.shared.paging;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the rows, in order
 * @param nextCursor where to go on, or null when this was the last page
 * @param total how many rows match in all, or null when it was not asked for
 */
public record Page<T>(List<T> items, String nextCursor, Long total) {
  public Page {
    items = List.copyOf(items);
  }
}
