package com.heyi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SavedSearchViewTest {

  @Test
  void filtersAreReadAsTheyWereTyped() {
    assertThat(filters("?text=%E6%9D%8E%E5%9B%9B+100%25%26x&action=auth.&sort=-who"))
        .isEqualTo(Map.of("text", "李四 100%&x", "action", "auth.", "sort", "-who"));
  }

  @Test
  void aSearchForAllHasNone() {
    assertThat(filters("")).isEmpty();
    assertThat(filters("?")).isEmpty();
  }

  private static Map<String, String> filters(String query) {
    return new SavedSearchView(UUID.randomUUID(), 0, "x", query, Instant.EPOCH).filters();
  }
}
