package com.heyi.promotions;

/** What a task asks for. */
public enum TaskKind {
  /** To look in, once a day. */
  CHECK_IN,
  /** Something that an app or a clerk says was done. */
  ACTION,
  /** An order that was delivered; what it earned goes when nothing is left of the order. */
  ORDER
}
