package com.heyi.menu;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.AppFunctionView;
import com.heyi.menu.internal.MenuFunctions;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The register of functions that channels offer. */
@Facade
@Stateless
public class MenuFunctionsFacade {
  @Inject private MenuFunctions functions;

  /** For the container. */
  public MenuFunctionsFacade() {}

  MenuFunctionsFacade(MenuFunctions functions) {
    this.functions = functions;
  }

  /** All functions, by code, those that are switched off too. */
  @Query(
      value = "menu-function.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public List<MenuFunctionView> list() {
    return functions.all();
  }

  /** What functions can belong to: what the bank's apps do. */
  @Query(
      value = "menu-function.areas",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<AppFunctionView> areas() {
    return functions.areas();
  }

  /**
   * One function.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}
   */
  @Query(
      value = "menu-function.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public MenuFunctionView view(String code) {
    return functions.one(code);
  }

  /**
   * Takes a function into the register.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_DUPLICATE}, {@link MenuError#AREA_UNKNOWN}
   */
  @Command(value = "menu-function.register", by = HEAD_OFFICE_ADMIN)
  public MenuFunctionView register(RegisterMenuFunction command) {
    return functions.register(command);
  }

  /**
   * Changes a function: its names, its owner, where it is offered.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#AREA_UNKNOWN},
   *     {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "menu-function.change", by = HEAD_OFFICE_ADMIN)
  public MenuFunctionView change(ChangeMenuFunction command) {
    return functions.change(command);
  }
}
