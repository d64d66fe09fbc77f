package com.heyi.menu;

/** Where a customer meets a menu. */
public enum MenuChannel {
  APP,
  COUNTER,
  PHONE
}
