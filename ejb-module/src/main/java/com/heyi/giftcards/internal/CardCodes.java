package com.heyi.giftcards.internal;

import com.heyi.giftcards.GiftCardsError;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Draws the codes of cards, sixteen signs that are not mistaken for each other, eighty bits by
 * chance; and makes of a code what is kept of it: an HMAC whose key lies in a file outside the
 * database, so that who reads the database can neither pay nor try codes at home.
 */
@ApplicationScoped
public class CardCodes {
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** File with the key, 32 bytes or more in Base64. It is never changed while cards are out. */
  @Inject
  @ConfigProperty(name = "heyi.giftcards.code-key")
  private Optional<String> file;

  private volatile byte[] key;

  protected CardCodes() {}

  public CardCodes(byte[] key) {
    this.key = key.clone();
  }

  /** A new code, without its dashes. */
  String draw() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** A code as people read it, in groups of four. */
  static String grouped(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /**
   * What is kept of a code.
   *
   * @param code as it was told; case, spaces and dashes do not matter
   * @throws HeyiException {@link GiftCardsError#NO_KEY}
   */
  String hash(String code) {
    String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      return HexFormat.of()
          .formatHex(mac.doFinal(("heyi-gift-card-1:" + plain).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private byte[] key() {
    if (key == null) {
      key =
          file.map(name -> read(Path.of(name)))
              .orElseThrow(() -> new HeyiException(GiftCardsError.NO_KEY));
    }
    return key;
  }

  private static byte[] read(Path path) {
    try {
      byte[] read = Base64.getMimeDecoder().decode(Files.readString(path));
      if (read.length < KEY_BYTES) {
        throw new IllegalStateException(
            "heyi.giftcards.code-key holds " + read.length + " bytes instead of " + KEY_BYTES);
      }
      return Arrays.copyOf(read, read.length);
    } catch (IOException e) {
      throw new UncheckedIOException("heyi.giftcards.code-key cannot be read", e);
    }
  }
}
