package com.heyi.accounts.internal;

import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.envers.Audited;

/** An old app or channel. */
@Entity
@Audited
@Table(schema = "accounts", name = "app")
public class App {
  @Id private String code;

  @Column(name = "name_zh_cn")
  private String nameZhCn;

  @Column(name = "name_zh_tw")
  private String nameZhTw;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "owner_department")
  private String ownerDepartment;

  @Enumerated(EnumType.STRING)
  private AppStatus status;

  protected App() {}

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
