package com.heyi.shared.facade;

/** What the weight of a command counts, so that a threshold for a second person means something. */
public enum WeightUnit {
  /** The command has no amount: a second person is needed always or never. */
  NONE,
  /** Loyalty points. */
  POINTS,
  /** Hundredths of a yuan. */
  FEN,
  /** Pieces of goods. */
  PIECES,
  /** Days. */
  DAYS
}
