package com.heyi.learning;

/**
 * How far a problem is mended; its actions bring it on.
 *
 * <pre>
 *        an action is planned       every action done       closed by its owner
 *  OPEN ──────────────────▶ IN_HAND ───────────▶ WATCHED ───────────────▶ CLOSED
 *    │                         ▲                    │                       │
 *    │                         └── one did not help ┘                       │
 *    └──────── closed: no systemic problem ─────────────────────────────────┤
 *    ◀──────────────────────── reopened ────────────────────────────────────┘
 * </pre>
 */
public enum ProblemStatus {
  /** Seen; nothing is planned against it yet. */
  OPEN,
  /** Something is being mended. */
  IN_HAND,
  /** All is done; whether it helped is seen after some months. */
  WATCHED,
  /** Over. */
  CLOSED
}
