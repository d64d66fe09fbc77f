package com.heyi.complaints;

/** What a suggestion rests on. */
public enum TriageBasis {
  /** The words of the case, by a model. */
  WORDS,
  /** What closed cases of the same product and issue mostly were. */
  FACETS,
  /** Which cause an issue of an outside taxonomy points to. */
  TAXONOMY
}
