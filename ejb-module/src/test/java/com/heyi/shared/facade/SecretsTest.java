package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Card OPEN = new Card("4711", null);
  private static final Card TOLD = new Card("4711", "ABCD");

  private record Card(String number, @Secret String code) {}

  private record Order(List<Card> cards, Order before) {}

  private record Receipt(UUID id, String text) {}

  private record Handed(Receipt receipt, Card card) {}

  private record Chain(Receipt receipt, Chain before) {}

  @Test
  void aSecretIsFoundHoweverDeepItStands() {
    assertThat(Secrets.areIn(List.of(TOLD))).isTrue();
    assertThat(Secrets.areIn(Map.of("card", TOLD))).isTrue();
    assertThat(Secrets.areIn(new Order(List.of(OPEN, TOLD), null))).isTrue();
    assertThat(Secrets.areIn(new Order(null, new Order(List.of(TOLD), null)))).isTrue();
  }

  @Test
  void whereNoneIsToldThereIsNone() {
    assertThat(Secrets.areIn(Arrays.asList("ABCD", null, 5L))).isFalse();
    assertThat(Secrets.areIn(Collections.emptyList())).isFalse();
    assertThat(Secrets.areIn(new Order(List.of(OPEN), null))).isFalse();
  }

  @Test
  void anAnswerTellsOneByItsTypeAlsoOneThatHoldsItself() {
    assertThat(Secrets.areToldBy(Handed.class)).isTrue();
    assertThat(Secrets.areToldBy(Receipt.class)).isFalse();
    assertThat(Secrets.areToldBy(Order.class)).isTrue();
    assertThat(Secrets.areToldBy(Chain.class)).isFalse();
    assertThat(Secrets.areToldBy(void.class)).isFalse();
  }
}
