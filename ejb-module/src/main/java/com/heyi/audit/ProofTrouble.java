package com.heyi.audit;

/** What keeps the heads of the chain from getting out of the database. */
public enum ProofTrouble {
  /** {@code heyi.audit.signing-key} is not set: nothing can be signed. */
  NO_KEY,
  /** {@code heyi.audit.export.dir} is not set: nothing leaves the database. */
  NO_FOLDER,
  /** The last checkpoint could not be made, signed or exported. */
  FAILED
}
