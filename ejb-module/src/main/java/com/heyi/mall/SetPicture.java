package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says in which order a picture comes, and what is to be seen on it.
 *
 * @param itemId the item
 * @param pictureId which of its pictures
 * @param position its place among them, smallest first
 * @param altEn what is to be seen, in English
 * @param altZhCn in simplified Chinese
 * @param altZhTw in traditional Chinese
 */
public record SetPicture(
    @NotNull UUID itemId,
    @NotNull UUID pictureId,
    @Min(0) @Max(9999) int position,
    @NotBlank @Size(max = 200) String altEn,
    @NotBlank @Size(max = 200) String altZhCn,
    @NotBlank @Size(max = 200) String altZhTw)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
