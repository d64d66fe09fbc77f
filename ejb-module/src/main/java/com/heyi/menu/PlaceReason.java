package com.heyi.menu;

/** Why a function has its place in a menu; its text has the key {@code menu.reason.<NAME>}. */
public enum PlaceReason {
  /** The customer wants it first. */
  PINNED,
  /** He uses it most around this day of the month. Argument: the day. */
  DAY_OF_MONTH,
  /** He often uses it in this channel. */
  OFTEN_HERE,
  /** He often uses it, in other channels. */
  OFTEN,
  /** Customers like him often use it in this channel. */
  LIKE_YOU,
  /** Many customers use it in this channel. */
  EVERYBODY,
  /** Nothing is known: it is offered. */
  OFFERED
}
