package com.heyi.mall;

import java.util.Optional;

/**
 * Pictures of goods for everybody who looks at the shop, signed in or not: the one thing of the
 * mall that has no door, and so is no facade.
 */
public interface PublishedPictures {
  /** Where they are found within the application; the hash of the content follows. */
  String PATH = "/pictures/";

  /** What all of them are. */
  String MEDIA_TYPE = "image/jpeg";

  /**
   * The content of a picture in one size.
   *
   * @param sha256 hash of the content
   */
  Optional<byte[]> find(String sha256);
}
