package com.heyi.mall;

/** Whether an item can be ordered. */
public enum ItemStatus {
  ON_SALE,
  WITHDRAWN
}
