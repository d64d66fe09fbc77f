package com.heyi.mall;

import com.heyi.imports.Upload;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Adds a picture to an item, behind those it has.
 *
 * @param itemId which item
 * @param altEn what is to be seen, in English
 * @param altZhCn in simplified Chinese
 * @param altZhTw in traditional Chinese
 * @param upload the file as it was stored: JPEG or PNG
 */
public record AddPicture(
    @NotNull UUID itemId,
    @NotBlank @Size(max = 200) String altEn,
    @NotBlank @Size(max = 200) String altZhCn,
    @NotBlank @Size(max = 200) String altZhTw,
    @NotNull Upload upload)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
