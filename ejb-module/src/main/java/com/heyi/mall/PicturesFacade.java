package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.PictureArchive;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Pictures of items. */
@Facade
@Stateless
public class PicturesFacade {
  @Inject private PictureArchive archive;

  /**
   * The pictures of an item, in their order.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "item.pictures",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public ItemPictures pictures(UUID itemId) {
    return archive.pictures(itemId);
  }

  /**
   * Whether the caller may add pictures to an item; asked before a file is received.
   *
   * @return the item
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(value = "item.may-add-picture", by = HEAD_OFFICE_ADMIN)
  public UUID mayAdd(UUID itemId) {
    return archive.pictures(itemId).itemId();
  }

  /**
   * Adds a picture that was stored in the folder of uploads, made anew in three sizes.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#PICTURE_TYPE}, {@link
   *     MallError#PICTURE_SIZE}, {@link MallError#PICTURE_DIMENSIONS}, {@link
   *     MallError#PICTURE_TWICE}, {@link MallError#PICTURES_TOO_MANY}
   */
  @Command(value = "item.add-picture", by = HEAD_OFFICE_ADMIN)
  public ItemPictures add(AddPicture command) {
    archive.add(command);
    return archive.pictures(command.itemId());
  }

  /**
   * Says in which order a picture comes, and what is to be seen on it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(value = "item.set-picture", by = HEAD_OFFICE_ADMIN)
  public ItemPictures set(SetPicture command) {
    archive.set(command);
    return archive.pictures(command.itemId());
  }

  /**
   * Takes a picture off an item.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(value = "item.remove-picture", by = HEAD_OFFICE_ADMIN)
  public ItemPictures remove(RemovePicture command) {
    archive.remove(command);
    return archive.pictures(command.itemId());
  }
}
