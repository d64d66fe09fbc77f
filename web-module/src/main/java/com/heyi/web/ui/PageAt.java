package com.heyi.web.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the page that a bean stands behind and what one must be allowed to do to open it. The
 * one declaration that the menu, the guard at the page's door and the table of roles in {@code
 * docs/roles.md} read; a page that no bean declares is shown to nobody.
 *
 * <pre>{@code
 * @PageAt(value = "/accounts/list.xhtml", facade = CustomersFacade.class, needs = "list")
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PageAt {
  /** The view, from the root of the application. */
  String value();

  /** The facade with the method that the page needs; left out only with {@link #forEverybody}. */
  Class<?> facade() default Void.class;

  /** Name of that method: whoever may call it may open the page. */
  String needs() default "";

  /** Whether everybody who is signed in may open it, even without any role. */
  boolean forEverybody() default false;
}
