package com.heyi.web.menu;

import com.heyi.menu.ChangeMenuFunction;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.MenuFunctionsFacade;
import com.heyi.menu.RegisterMenuFunction;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of functions, with the form for one of them. */
@PageAt(value = "/menu/functions.xhtml", facade = MenuFunctionsFacade.class, needs = "areas")
@Named
@ViewScoped
public class MenuFunctionsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MenuFunctionsFacade functions;

  private final FormKey key = new FormKey();
  private String chosen;
  private transient List<MenuFunctionView> all;
  private transient List<SelectItem> areas;
  private long version;
  private String code;
  private String area;
  private String nameZhCn;
  private String nameZhTw;
  private String nameEn;
  private String ownerDepartment;
  private List<String> channels = Arrays.stream(MenuChannel.values()).map(Enum::name).toList();

  /** Reads the register, and into the form the function that the address names. */
  public void load() {
    all = functions.list();
    if (chosen != null) {
      MenuFunctionView one = functions.view(chosen);
      version = one.version();
      code = one.code();
      area = one.area();
      nameZhCn = one.nameZhCn();
      nameZhTw = one.nameZhTw();
      nameEn = one.nameEn();
      ownerDepartment = one.ownerDepartment();
      channels = one.channels().stream().map(Enum::name).toList();
    }
  }

  /** Registers the function of the form, or changes it. */
  public String save() {
    return Commands.run(key, () -> chosen == null ? register() : change())
        .map(done -> Go.saying("page.menu.functions.saved", done.code()).to("/menu/functions"))
        .orElse(Go.STAY);
  }

  private MenuFunctionView register() {
    return functions.register(
        new RegisterMenuFunction(
            code, area, nameZhCn, nameZhTw, nameEn, ownerDepartment, offeredIn()));
  }

  private MenuFunctionView change() {
    return functions.change(
        new ChangeMenuFunction(
            chosen, version, area, nameZhCn, nameZhTw, nameEn, ownerDepartment, offeredIn()));
  }

  private Set<MenuChannel> offeredIn() {
    return channels.stream().map(MenuChannel::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** The name of a function in the caller's language. */
  public String name(MenuFunctionView one) {
    return one.name(CallContext.current().locale());
  }

  /** The name of what a function belongs to. */
  public String areaName(String of) {
    return getAreas().stream()
        .filter(item -> item.getValue().equals(of))
        .map(SelectItem::getLabel)
        .findFirst()
        .orElse(of);
  }

  public List<SelectItem> getAreas() {
    if (areas == null) {
      areas =
          functions.areas().stream()
              .map(one -> new SelectItem(one.code(), one.name(CallContext.current().locale())))
              .toList();
    }
    return areas;
  }

  public List<MenuFunctionView> getAll() {
    if (all == null) {
      all = functions.list();
    }
    return all;
  }

  public MenuChannel[] getAllChannels() {
    return MenuChannel.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getArea() {
    return area;
  }

  public void setArea(String area) {
    this.area = area;
  }

  public String getNameZhCn() {
    return nameZhCn;
  }

  public void setNameZhCn(String nameZhCn) {
    this.nameZhCn = nameZhCn;
  }

  public String getNameZhTw() {
    return nameZhTw;
  }

  public void setNameZhTw(String nameZhTw) {
    this.nameZhTw = nameZhTw;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getOwnerDepartment() {
    return ownerDepartment;
  }

  public void setOwnerDepartment(String ownerDepartment) {
    this.ownerDepartment = ownerDepartment;
  }

  public List<String> getChannels() {
    return channels;
  }

  public void setChannels(List<String> channels) {
    this.channels = channels;
  }
}
