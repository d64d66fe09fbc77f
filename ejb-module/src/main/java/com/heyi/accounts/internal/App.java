package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.AppKind;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppView;
import com.heyi.accounts.RegisterApp;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;

/** An old app or channel. */
@Entity
@Audited
@Table(schema = "accounts", name = "app")
public class App {
  @Id private String code;

  @Column(name = "name_zh_cn", updatable = false)
  private String nameZhCn;

  @Column(name = "name_zh_tw", updatable = false)
  private String nameZhTw;

  @Column(name = "name_en", updatable = false)
  private String nameEn;

  @Column(name = "owner_department")
  private String ownerDepartment;

  @Enumerated(EnumType.STRING)
  private AppStatus status;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AppKind kind;

  @Version private long version;

  protected App() {}

  App(RegisterApp command) {
    this.code = command.code();
    this.kind = command.kind();
    this.nameZhCn = command.nameZhCn().strip();
    this.nameZhTw = command.nameZhTw().strip();
    this.nameEn = command.nameEn().strip();
    this.ownerDepartment = command.ownerDepartment().strip();
    this.status = AppStatus.ACTIVE;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  public void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  public void describe(String department) {
    if (status == AppStatus.CLOSED) {
      throw new HeyiException(AccountsError.APP_CLOSED, code);
    }
    ownerDepartment = department.strip();
  }

  /** On its way out it stays in use, is frozen, perhaps thawed, and closed once and for all. */
  void becomes(AppStatus next) {
    if (status == AppStatus.CLOSED) {
      throw new HeyiException(AccountsError.APP_CLOSED, code);
    }
    status = next;
  }

  long version() {
    return version;
  }

  AppKind kind() {
    return kind;
  }

  String code() {
    return code;
  }

  AppStatus status() {
    return status;
  }

  AppView view() {
    return new AppView(code, nameZhCn, nameZhTw, nameEn, ownerDepartment, status);
  }
}
