package com.heyi.audit.chain;

/** What proves the trail cannot be read or written; the message is for the one who runs Heyi. */
public class ProofException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProofException(String message) {
    super(message);
  }

  public ProofException(String message, Throwable cause) {
    super(message, cause);
  }
}
