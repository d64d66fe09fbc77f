package com.heyi.menu.internal;

import com.heyi.menu.ChangeMenuFunction;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.RegisterMenuFunction;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.envers.Audited;

/** A function that channels offer. It stays for ever, for what was used names it. */
@Entity
@Audited
@Table(schema = "menu", name = "function")
public class MenuFunction {
  @Id private String code;
  @Version private long version;
  private String area;

  @Column(name = "name_zh_cn")
  private String nameZhCn;

  @Column(name = "name_zh_tw")
  private String nameZhTw;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "owner_department")
  private String ownerDepartment;

  @Column(name = "on_app")
  private boolean onApp;

  @Column(name = "on_counter")
  private boolean onCounter;

  @Column(name = "on_phone")
  private boolean onPhone;

  protected MenuFunction() {}

  static MenuFunction registered(RegisterMenuFunction command) {
    MenuFunction function = new MenuFunction();
    function.code = command.code();
    function.become(
        command.area(),
        command.nameZhCn(),
        command.nameZhTw(),
        command.nameEn(),
        command.ownerDepartment(),
        command.channels());
    return function;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void change(ChangeMenuFunction command) {
    SeenVersion.require(command.expectedVersion(), version);
    become(
        command.area(),
        command.nameZhCn(),
        command.nameZhTw(),
        command.nameEn(),
        command.ownerDepartment(),
        command.channels());
  }

  private void become(
      String ofArea, String zhCn, String zhTw, String en, String owner, Set<MenuChannel> channels) {
    area = ofArea;
    nameZhCn = zhCn.strip();
    nameZhTw = zhTw.strip();
    nameEn = en.strip();
    ownerDepartment = owner.strip();
    onApp = channels.contains(MenuChannel.APP);
    onCounter = channels.contains(MenuChannel.COUNTER);
    onPhone = channels.contains(MenuChannel.PHONE);
  }

  MenuFunctionView view() {
    Set<MenuChannel> channels = EnumSet.noneOf(MenuChannel.class);
    if (onApp) {
      channels.add(MenuChannel.APP);
    }
    if (onCounter) {
      channels.add(MenuChannel.COUNTER);
    }
    if (onPhone) {
      channels.add(MenuChannel.PHONE);
    }
    return new MenuFunctionView(
        code, version, area, nameZhCn, nameZhTw, nameEn, ownerDepartment, channels);
  }
}
