package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.audit.DeleteSearch;
import com.heyi.audit.RenameSearch;
import com.heyi.audit.SaveSearch;
import com.heyi.audit.SavedSearchView;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SavedSearchesTest {
  private final String chen = "chen-" + UUID.randomUUID();
  private final String other = "other-" + UUID.randomUUID();

  @Test
  void anAuditorKeepsRenamesAndDeletesHisOwnSearches() {
    SavedSearchView kept =
        desk(searches -> searches.save(chen, new SaveSearch(" 夜间导出 ", "?action=audit.export")));
    desk(searches -> searches.rename(chen, new RenameSearch(kept.id(), 0, "导出")));

    assertThat(of(chen))
        .extracting(SavedSearchView::name, SavedSearchView::query)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("导出", "?action=audit.export"));

    desk(
        searches -> {
          searches.delete(chen, new DeleteSearch(kept.id(), 1));
          return null;
        });
    assertThat(of(chen)).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    desk(searches -> searches.save(chen, new SaveSearch("a", "")));

    assertThatThrownBy(() -> desk(searches -> searches.save(chen, new SaveSearch("a", "?who=x"))))
        .hasMessageContaining("audit.search-duplicate");
    desk(searches -> searches.save(other, new SaveSearch("a", "")));
    assertThat(of(other)).hasSize(1);
  }

  @Test
  void anotherAuditorsSearchIsAsIfItWereNotThere() {
    SavedSearchView kept = desk(searches -> searches.save(chen, new SaveSearch("a", "")));

    assertThatThrownBy(
            () -> desk(searches -> searches.rename(other, new RenameSearch(kept.id(), 0, "b"))))
        .hasMessageContaining("record.not-found");
    assertThat(of(other)).isEmpty();
  }

  private static List<SavedSearchView> of(String owner) {
    return desk(searches -> searches.of(owner));
  }

  private static <T> T desk(Function<SavedSearches, T> work) {
    return TestDatabase.get()
        .inTransaction(em -> work.apply(new SavedSearches(em, Clock.systemUTC())));
  }
}
