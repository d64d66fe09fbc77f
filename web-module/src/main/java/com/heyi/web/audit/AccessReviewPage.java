package com.heyi.web.audit;

import com.heyi.access.AccessFacade;
import com.heyi.access.RoleGrantView;
import com.heyi.access.UserView;
import com.heyi.audit.AuditFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.ListFile;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who holds which role since when, who granted it, and when he signed in last. */
@PageAt(value = "/audit/access.xhtml", facade = AuditFacade.class, needs = "list")
@Named
@ViewScoped
public class AccessReviewPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration LONG_AGO = Duration.ofDays(90);

  @Inject private AccessFacade access;
  @Inject private TrailFiles files;
  @Inject private Clock clock;
  private transient List<Held> rows;

  /**
   * A role that somebody holds.
   *
   * @param user account name
   * @param name his name
   * @param enabled whether he may sign in
   * @param role the role
   * @param since since when, or null when it is not known
   * @param by who granted it, or null when it is not known
   * @param outside whether it was not granted here
   * @param lastSignIn when he signed in last, or null
   * @param unused whether he has not signed in for three months
   * @param mixed whether he is an auditor and something else
   */
  public record Held(
      String user,
      String name,
      boolean enabled,
      Role role,
      Instant since,
      String by,
      boolean outside,
      Instant lastSignIn,
      boolean unused,
      boolean mixed) {}

  /** Reads all users who hold a role. */
  public void load() {
    List<Held> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<UserView> page =
          access.list(PageRequest.after(cursor, PageRequest.MAX_LIMIT, null, Map.of()));
      page.items().forEach(user -> user.grants().forEach(grant -> found.add(held(user, grant))));
      cursor = page.nextCursor();
    } while (cursor != null);
    rows = List.copyOf(found);
  }

  public void export(String format) {
    Downloads.run(
        () -> {
          Locale locale = CallContext.current().locale();
          try (ListFile<Held> file =
              ListFile.of("page.audit.access", Downloads.format(format), locale, clock)) {
            file.column("page.audit.who", Held::user)
                .column("page.audit.access.name", Held::name)
                .column("page.audit.access.enabled", Held::enabled)
                .column("page.audit.access.role", Held::role)
                .column("page.audit.access.since", Held::since)
                .column("page.audit.access.by", Held::by)
                .column(
                    "page.audit.access.via",
                    row ->
                        Texts.get(
                            locale,
                            row.outside() ? "page.audit.access.outside" : "page.audit.access.here"))
                .column("page.audit.access.last", Held::lastSignIn)
                .column("page.access.mixed", Held::mixed);
            files.list(file, "access-review", "", getRows(), Downloads.toBrowser());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How many people are auditors and something else. */
  public long getMixed() {
    return getRows().stream().filter(Held::mixed).map(Held::user).distinct().count();
  }

  /** How many roles were not granted here. */
  public long getOutside() {
    return getRows().stream().filter(Held::outside).count();
  }

  public List<Held> getRows() {
    if (rows == null) {
      load();
    }
    return rows;
  }

  private Held held(UserView user, RoleGrantView grant) {
    Instant last = user.lastSignIn();
    return new Held(
        user.user(),
        user.name(),
        user.enabled(),
        grant.role(),
        grant.grantedAt(),
        grant.grantedBy(),
        grant.via() != RoleGrantView.Via.HEYI,
        last,
        last == null || last.isBefore(clock.instant().minus(LONG_AGO)),
        user.mixesDuties());
  }
}
