package com.heyi.shared.paging;

import com.heyi.shared.error.ErrorCode;

/** What can be wrong with a request for a part of a list. */
public enum PagingError implements ErrorCode {
  /** The cursor is not one of this list in this order. */
  CURSOR("paging.cursor-invalid"),
  /** The list cannot be sorted by this field. Arguments: the field, the allowed ones. */
  SORT("paging.sort-unknown"),
  /** The list has no such filter. Arguments: the filter, the allowed ones. */
  FILTER("paging.filter-unknown"),
  /** The filter's value cannot be read. Arguments: the filter, the value, what is allowed. */
  FILTER_VALUE("paging.filter-value");

  private final String code;

  PagingError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}
