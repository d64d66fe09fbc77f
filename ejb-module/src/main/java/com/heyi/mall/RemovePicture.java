package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Takes a picture off an item.
 *
 * @param itemId the item
 * @param pictureId which of its pictures
 */
public record RemovePicture(@NotNull UUID itemId, @NotNull UUID pictureId) implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
