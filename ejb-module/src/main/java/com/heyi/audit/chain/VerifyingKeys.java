package com.heyi.audit.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public keys by which checkpoints are checked, by their ids. */
public final class VerifyingKeys {
  /** Name of the files in which exports keep the public keys. */
  static final String FILES = "key-*.pem";

  private static final int ID_DIGITS = 16;
  private static final Pattern PUBLIC =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

  private final Map<String, PublicKey> keys;
  private final RowKeys rowKeys;

  private VerifyingKeys(Map<String, PublicKey> keys, RowKeys rowKeys) {
    this.keys = keys;
    this.rowKeys = rowKeys;
  }

  /**
   * The keys of a PEM file, or of all files {@code key-*.pem} of a folder.
   *
   * @throws ProofException when there is none, or one cannot be read
   */
  public static VerifyingKeys read(Path fileOrFolder) {
    Map<String, PublicKey> keys = new LinkedHashMap<>();
    RowKeys rowKeys = RowKeys.NONE;
    try {
      if (Files.isDirectory(fileOrFolder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(fileOrFolder, FILES)) {
          for (Path file : files) {
            keys.putAll(parse(Files.readString(file, StandardCharsets.US_ASCII)));
          }
        }
      } else {
        String pem = Files.readString(fileOrFolder, StandardCharsets.US_ASCII);
        keys.putAll(parse(pem));
        rowKeys = RowKeys.parse(pem);
      }
    } catch (IOException e) {
      throw new ProofException("cannot read public keys from " + fileOrFolder, e);
    }
    if (keys.isEmpty()) {
      throw new ProofException("no public key in " + fileOrFolder);
    }
    return new VerifyingKeys(keys, rowKeys);
  }

  /** The public keys among the blocks of a PEM text. */
  static Map<String, PublicKey> parse(String pem) {
    Map<String, PublicKey> keys = new LinkedHashMap<>();
    Matcher matcher = PUBLIC.matcher(pem);
    while (matcher.find()) {
      PublicKey key = publicKey(Base64.getMimeDecoder().decode(matcher.group(1)));
      keys.put(id(key), key);
    }
    return keys;
  }

  static VerifyingKeys of(Map<String, PublicKey> keys, RowKeys rowKeys) {
    return new VerifyingKeys(Map.copyOf(keys), rowKeys);
  }

  /** The secrets by which rows are known as Heyi's, as far as they stand beside the public keys. */
  public RowKeys rowKeys() {
    return rowKeys;
  }

  /** The name by which a checkpoint tells its key: the beginning of the key's SHA-256. */
  static String id(PublicKey key) {
    byte[] digest = Hashes.sha256().digest(key.getEncoded());
    return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
  }

  /** The ids of the keys. */
  public Set<String> ids() {
    return keys.keySet();
  }

  /** Whether the signature of the checkpoint is by one of these keys, over what it says. */
  boolean signed(Checkpoint checkpoint) {
    PublicKey key = keys.get(checkpoint.keyId());
    if (key == null) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
      signature.initVerify(key);
      signature.update(SigningKey.message(checkpoint.content()));
      return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // what is no signature at all is no valid one either
      return false;
    }
  }

  private static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(SigningKey.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new ProofException("not a public key of " + SigningKey.ALGORITHM, e);
    }
  }
}
