package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormKeyTest {

  @Test
  void aFormSentAgainBringsTheKeyItWasShownWith() {
    FormKey key = new FormKey();
    String shown = key.getValue();

    key.renew();
    assertThat(key.getValue()).isNotEqualTo(shown);

    key.setValue(shown);
    assertThat(key.getValue()).isEqualTo(shown);
  }

  @Test
  void whatIsNoKeyOfOursIsIgnored() {
    FormKey key = new FormKey();
    String own = key.getValue();

    key.setValue(null);
    key.setValue("");
    key.setValue("x".repeat(10_000));

    assertThat(key.getValue()).isEqualTo(own);
  }
}
