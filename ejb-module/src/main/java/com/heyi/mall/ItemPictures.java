package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * The pictures of an item.
 *
 * @param itemId the item
 * @param pictures in their order
 */
public record ItemPictures(UUID itemId, List<PictureView> pictures) implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
