package com.heyi.learning;

/** What a sum of violation points leads to. */
public enum Consequence {
  /** Nothing any more: ends a threshold from a day on. */
  NONE,
  /** A talk with the superior. */
  TALK,
  /** Training, and an exam after it. */
  TRAINING,
  /** Off the duty until it is decided what follows. */
  OFF_DUTY
}
