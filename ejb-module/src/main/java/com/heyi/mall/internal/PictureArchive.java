package com.heyi.mall.internal;

import com.heyi.imports.UploadStore;
import com.heyi.mall.AddPicture;
import com.heyi.mall.ItemPictures;
import com.heyi.mall.MallError;
import com.heyi.mall.PictureView;
import com.heyi.mall.PublishedPictures;
import com.heyi.mall.RemovePicture;
import com.heyi.mall.SetPicture;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the pictures of goods, in the database: one backup, and every server has them. */
@ApplicationScoped
public class PictureArchive implements PublishedPictures {
  private static final int MOST = 10;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Catalogue catalogue;
  @Inject private UploadStore uploads;

  protected PictureArchive() {}

  PictureArchive(EntityManager em, Clock clock, Catalogue catalogue, UploadStore uploads) {
    this.em = em;
    this.clock = clock;
    this.catalogue = catalogue;
    this.uploads = uploads;
  }

  @Override
  @Transactional
  public Optional<byte[]> find(String sha256) {
    return new Sql(em)
        .one(
            row -> row.getBytes("content"),
            "select content from mall.picture_size where sha256 = ? limit 1",
            sha256);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ItemPictures pictures(UUID itemId) {
    catalogue.require(itemId);
    return new ItemPictures(
        itemId,
        new Sql(em)
            .list(
                PictureArchive::picture,
                "select p.*,"
                    + " max(s.sha256) filter (where s.size = 'SMALL') as small,"
                    + " max(s.sha256) filter (where s.size = 'MEDIUM') as medium,"
                    + " max(s.sha256) filter (where s.size = 'LARGE') as large"
                    + " from mall.picture p join mall.picture_size s on s.picture_id = p.id"
                    + " where p.item_id = ? group by p.id order by p.position, p.id",
                itemId));
  }

  private static PictureView picture(ResultSet row) throws SQLException {
    return new PictureView(
        Sql.uuid(row, "id"),
        row.getInt("position"),
        row.getString("alt_en"),
        row.getString("alt_zh_cn"),
        row.getString("alt_zh_tw"),
        PATH + row.getString("small"),
        PATH + row.getString("medium"),
        PATH + row.getString("large"));
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#PICTURES_TOO_MANY},
   *     {@link MallError#PICTURE_TWICE}, and as {@link PictureMaker#of}
   */
  public void add(AddPicture command) {
    catalogue.require(command.itemId());
    Map<PictureSize, PictureMaker.Made> made =
        PictureMaker.of(uploads.path(command.upload().storedFile()));
    Sql sql = new Sql(em);
    // Two who add at once follow each other, so that neither passes the most.
    sql.one(
        row -> Sql.uuid(row, "id"),
        "select id from mall.item where id = ? for no key update",
        command.itemId());
    ItemPictures before = pictures(command.itemId());
    if (before.pictures().size() >= MOST) {
      throw new HeyiException(MallError.PICTURES_TOO_MANY, MOST);
    }
    int last = before.pictures().stream().mapToInt(PictureView::position).max().orElse(0);
    UUID id = Ids.next();
    int added =
        sql.write(
            "insert into mall.picture (id, item_id, position, alt_en, alt_zh_cn, alt_zh_tw,"
                + " received, added_at, added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (item_id, received) do nothing",
            id,
            command.itemId(),
            Math.min(9999, last + 10),
            command.altEn().strip(),
            command.altZhCn().strip(),
            command.altZhTw().strip(),
            command.upload().sha256(),
            clock.instant(),
            CallContext.current().user());
    if (added == 0) {
      throw new HeyiException(MallError.PICTURE_TWICE);
    }
    made.forEach(
        (size, picture) ->
            sql.write(
                "insert into mall.picture_size (picture_id, size, width, height, sha256, content)"
                    + " values (?, ?, ?, ?, ?, ?)",
                id,
                size,
                picture.width(),
                picture.height(),
                HexFormat.of().formatHex(Sha256.digest().digest(picture.jpeg())),
                picture.jpeg()));
    note(command.itemId(), id, null, command.upload().sha256());
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public void set(SetPicture command) {
    PictureView before = require(command.itemId(), command.pictureId());
    new Sql(em)
        .write(
            "update mall.picture set position = ?, alt_en = ?, alt_zh_cn = ?, alt_zh_tw = ?"
                + " where id = ?",
            command.position(),
            command.altEn().strip(),
            command.altZhCn().strip(),
            command.altZhTw().strip(),
            before.id());
    note(
        command.itemId(),
        before.id(),
        before.position() + " " + before.altZhCn(),
        command.position() + " " + command.altZhCn().strip());
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public void remove(RemovePicture command) {
    PictureView before = require(command.itemId(), command.pictureId());
    new Sql(em).write("delete from mall.picture where id = ?", before.id());
    note(command.itemId(), before.id(), before.altZhCn(), null);
  }

  private PictureView require(UUID itemId, UUID pictureId) {
    return pictures(itemId).pictures().stream()
        .filter(picture -> picture.id().equals(pictureId))
        .findFirst()
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, pictureId.toString()));
  }

  private static void note(UUID itemId, UUID pictureId, Object before, Object after) {
    ChangeLog.note("item", itemId, "picture." + pictureId, before, after);
  }
}
