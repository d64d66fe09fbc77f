package com.heyi.imports;

import com.heyi.shared.error.HeyiException;

/**
 * How the owners of stored files hold on to one and let it go. No owner deletes a file itself: the
 * same content may be another's too.
 */
public interface KeptFiles {
  /**
   * Holds on to a file until the running transaction ends, so that it is not taken for one that
   * nobody wants.
   *
   * @throws HeyiException {@link ImportError#FILE_GONE}
   */
  void use(String storedFile);

  /**
   * Removes a file that the running transaction wants no more, unless another owner does.
   *
   * @return whether that is settled; not, when another transaction holds on to it just now
   */
  boolean letGo(String storedFile);
}
