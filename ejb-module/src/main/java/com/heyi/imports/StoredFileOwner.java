package com.heyi.imports;

/**
 * A module that keeps files in the folder of uploads. Files are named by their content, so one may
 * have several owners; it goes when none of them wants it any more.
 */
public interface StoredFileOwner {
  /** Whether something of this module needs the file, as far as that is committed. */
  boolean wants(String storedFile);
}
