package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void theNextStartHasTheSamePasswords() {
    Path file = folder.resolve("secrets.properties");
    Secrets first = Secrets.in(file);
    assertThat(first.of("heyi_app")).hasSize(36).isNotEqualTo(first.of("heyi_owner"));
    assertThat(Secrets.in(file).of("heyi_app")).isEqualTo(first.of("heyi_app"));
  }

  @Test
  void theKeyOfGiftCardsIsMadeOnceAndGoesOn() throws IOException {
    Path file = folder.resolve("gift-cards.key");
    GiftCardKey.make(file);
    String first = Files.readString(file);
    assertThat(Base64.getMimeDecoder().decode(first)).hasSize(32);
    GiftCardKey.make(file);
    assertThat(file).hasContent(first);
  }
}
