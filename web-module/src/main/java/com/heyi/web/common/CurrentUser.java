package com.heyi.web.common;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The person in front of the page: name, roles, language. Pages hide by it what would be refused;
 * the facades decide. Signing out is a form that posts to {@code /sign-out}.
 */
@Named
@RequestScoped
public class CurrentUser {

  public String getUser() {
    return caller().user();
  }

  public String getName() {
    return caller().displayName();
  }

  /** The roles held, in the person's language, in the order of the roles. */
  public String getRoleNames() {
    return Stream.of(Role.values())
        .filter(caller()::has)
        .map(role -> Texts.of(caller().locale(), role))
        .collect(Collectors.joining(Texts.get(caller().locale(), "page.list-separator")));
  }

  /** Whether the person holds any role at all; one without sees only that he has none. */
  public boolean isKnown() {
    return !caller().roles().isEmpty();
  }

  /** Code of the person's branch, or null. */
  public String getBranch() {
    return caller().branch();
  }

  public Locale getLocale() {
    return caller().locale();
  }

  /** Language tag for {@code <html lang>}. */
  public String getLanguage() {
    return caller().locale().toLanguageTag();
  }

  /** Tags of the languages to choose from; the label of each is {@code language.<tag>}. */
  public List<String> getLanguages() {
    return Texts.SPOKEN.stream().map(Locale::toLanguageTag).toList();
  }

  public boolean isAdmin() {
    return caller().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isOperator() {
    return caller().has(Role.OPERATOR);
  }

  public boolean isHandler() {
    return caller().has(Role.COMPLAINT_HANDLER);
  }

  public boolean isAuditor() {
    return caller().has(Role.AUDITOR);
  }

  /**
   * Whether the person holds one of these roles, named by their constants and separated by commas.
   */
  public boolean hasAny(String roles) {
    return Stream.of(roles.split("\\s*,\\s*")).map(Role::valueOf).anyMatch(caller()::has);
  }

  private static Caller caller() {
    return CallContext.current();
  }
}
