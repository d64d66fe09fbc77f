package com.heyi.mall.internal;

import com.heyi.mall.CategoryView;
import com.heyi.mall.MallError;
import com.heyi.mall.SetCategory;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** A place of the catalogue, in a tree. */
@Entity
@Audited
@Table(schema = "mall", name = "category")
public class Category {
  static final int MOST_LEVELS = 5;

  @Id private UUID id;

  @Column(updatable = false)
  private String code;

  @Column(name = "parent_id")
  private UUID parentId;

  @NotAudited private String path;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_zh_cn")
  private String nameZhCn;

  @Column(name = "name_zh_tw")
  private String nameZhTw;

  private int position;
  private boolean retired;
  @NotAudited private String words;
  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Category() {}

  /** A new category that stands nowhere yet. */
  Category(String code, Instant now) {
    this.id = Ids.next();
    this.code = code;
    this.createdAt = now;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it has changed since
   */
  void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  /** Takes the names, the place among its siblings, and whether it is retired. */
  void describe(SetCategory command) {
    nameEn = command.nameEn().strip();
    nameZhCn = command.nameZhCn().strip();
    nameZhTw = command.nameZhTw().strip();
    position = command.position();
    retired = command.retired();
  }

  /**
   * Puts it below another, or at the top.
   *
   * @param parent null for the top
   * @throws HeyiException {@link MallError#CATEGORY_LOOP}, {@link MallError#CATEGORY_TOO_DEEP}
   */
  void standBelow(Category parent) {
    if (parent != null && path != null && parent.path.startsWith(path)) {
      throw new HeyiException(MallError.CATEGORY_LOOP, code);
    }
    parentId = parent == null ? null : parent.id;
    path = (parent == null ? "/" : parent.path) + code + "/";
    String own = nameEn + " " + nameZhCn + " " + nameZhTw;
    words = parent == null ? own : parent.words + " " + own;
    if (CategoryView.codes(path).size() > MOST_LEVELS) {
      throw new HeyiException(MallError.CATEGORY_TOO_DEEP, MOST_LEVELS);
    }
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  String path() {
    return path;
  }

  boolean isRetired() {
    return retired;
  }

  UUID parentId() {
    return parentId;
  }
}
