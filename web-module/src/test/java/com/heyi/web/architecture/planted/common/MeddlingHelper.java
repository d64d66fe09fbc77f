package com.heyi.web.architecture.planted.common;

import com.heyi.web.architecture.planted.mall.ShopWindow;

/** A common class that knows a module. */
class MeddlingHelper {
  ShopWindow look() {
    return new ShopWindow();
  }
}
