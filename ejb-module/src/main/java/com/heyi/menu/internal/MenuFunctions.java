package com.heyi.menu.internal;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppRegister;
import com.heyi.menu.ChangeMenuFunction;
import com.heyi.menu.MenuError;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.RegisterMenuFunction;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register of functions: some dozens, read whole. */
@ApplicationScoped
public class MenuFunctions {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AppRegister apps;

  protected MenuFunctions() {}

  public MenuFunctions(EntityManager em, AppRegister apps) {
    this.em = em;
    this.apps = apps;
  }

  /** All of them, by code. */
  public List<MenuFunctionView> all() {
    return em.createQuery("from MenuFunction f order by f.code", MenuFunction.class)
        .getResultStream()
        .map(MenuFunction::view)
        .toList();
  }

  /** What a function can belong to. */
  public List<AppFunctionView> areas() {
    return apps.functions();
  }

  Map<String, MenuFunctionView> byCode() {
    Map<String, MenuFunctionView> found = new LinkedHashMap<>();
    all().forEach(function -> found.put(function.code(), function));
    return found;
  }

  /**
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN} for the first that there is not
   */
  void requireKnown(Collection<String> codes) {
    Map<String, MenuFunctionView> known = byCode();
    codes.stream()
        .filter(code -> !known.containsKey(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new HeyiException(MenuError.FUNCTION_UNKNOWN, code);
            });
  }

  /**
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}
   */
  public MenuFunctionView one(String code) {
    return load(code).view();
  }

  /**
   * @throws HeyiException {@link MenuError#FUNCTION_DUPLICATE}, {@link MenuError#AREA_UNKNOWN}
   */
  public MenuFunctionView register(RegisterMenuFunction command) {
    if (em.find(MenuFunction.class, command.code()) != null) {
      throw new HeyiException(MenuError.FUNCTION_DUPLICATE, command.code());
    }
    requireArea(command.area());
    MenuFunction function = MenuFunction.registered(command);
    em.persist(function);
    em.flush();
    return function.view();
  }

  /**
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#AREA_UNKNOWN}
   */
  public MenuFunctionView change(ChangeMenuFunction command) {
    MenuFunction function = load(command.code());
    requireArea(command.area());
    function.change(command);
    em.flush();
    return function.view();
  }

  private MenuFunction load(String code) {
    MenuFunction function = em.find(MenuFunction.class, code);
    if (function == null) {
      throw new HeyiException(MenuError.FUNCTION_UNKNOWN, code);
    }
    return function;
  }

  private void requireArea(String area) {
    if (areas().stream().noneMatch(one -> one.code().equals(area))) {
      throw new HeyiException(MenuError.AREA_UNKNOWN, area);
    }
  }
}
