package com.heyi.audit.chain;

import com.heyi.shared.file.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that signs checkpoints (Ed25519, RFC 8032). Its file is PEM: the private key, its public
 * key, and after them the public keys of retired ones, whose checkpoints are still to be checked;
 * and the {@link RowKeys}.
 */
public final class SigningKey {
  static final String ALGORITHM = "Ed25519";

  private static final String PURPOSE = "heyi-checkpoint-1:";
  private static final Pattern PRIVATE =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private final PrivateKey key;
  private final String id;
  private final PublicKey own;
  private final VerifyingKeys verifying;

  private SigningKey(PrivateKey key, Map<String, PublicKey> publicKeys, RowKeys rowKeys) {
    this.key = key;
    id = publicKeys.keySet().iterator().next();
    own = publicKeys.get(id);
    verifying = VerifyingKeys.of(publicKeys, rowKeys);
  }

  /**
   * Reads the file.
   *
   * @throws ProofException when it cannot be read, or its first two keys do not belong together
   */
  public static SigningKey read(Path file) {
    try {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      Matcher matcher = PRIVATE.matcher(pem);
      Map<String, PublicKey> publicKeys = VerifyingKeys.parse(pem);
      if (!matcher.find() || publicKeys.isEmpty()) {
        throw new ProofException(
            "no private key with its public key in " + file + ": both must stand in it as PEM");
      }
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(
                  new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1))));
      RowKeys rowKeys = RowKeys.parse(pem);
      if (rowKeys.isEmpty()) {
        throw new ProofException(
            "no row key in " + file + ": a PEM block HEYI ROW KEY with 32 random bytes in Base64");
      }
      SigningKey signing = new SigningKey(key, publicKeys, rowKeys);
      signing.requirePair(file);
      return signing;
    } catch (IOException e) {
      throw new ProofException("cannot read the signing key " + file, e);
    } catch (GeneralSecurityException e) {
      throw new ProofException("not a private key of " + ALGORITHM + ": " + file, e);
    }
  }

  /**
   * Makes a new pair and a row key in a file that only its owner may read; to a file that is there
   * it adds a row key when there is none.
   *
   * @throws ProofException when the file cannot be written
   */
  public static void make(Path file) {
    try {
      if (Files.exists(file)) {
        if (RowKeys.parse(Files.readString(file, StandardCharsets.US_ASCII)).isEmpty()) {
          Files.writeString(
              file, RowKeys.make(), StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        }
        return;
      }
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      SecretFile.make(
          file,
          pem("PRIVATE KEY", pair.getPrivate().getEncoded())
              + pem(pair.getPublic())
              + RowKeys.make());
    } catch (FileAlreadyExistsException e) {
      // another start was quicker: its key is as good
      return;
    } catch (IOException | GeneralSecurityException e) {
      throw new ProofException("cannot make a signing key in " + file, e);
    }
  }

  /** The id that checkpoints carry. */
  public String id() {
    return id;
  }

  /** The keys by which signatures of this key and of the retired ones are checked. */
  public VerifyingKeys verifying() {
    return verifying;
  }

  /** The secrets that vouch for single rows; the first is in use. */
  public RowKeys rowKeys() {
    return verifying.rowKeys();
  }

  /** The public key as PEM. */
  String publicPem() {
    return pem(own);
  }

  /** The signature over this content, in Base64. */
  String sign(String content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message(content));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new ProofException("the signing key does not sign", e);
    }
  }

  static byte[] message(String content) {
    return (PURPOSE + content).getBytes(StandardCharsets.US_ASCII);
  }

  private void requirePair(Path file) throws GeneralSecurityException {
    byte[] probe = message("probe");
    Signature signing = Signature.getInstance(ALGORITHM);
    signing.initSign(key);
    signing.update(probe);
    Signature checking = Signature.getInstance(ALGORITHM);
    checking.initVerify(own);
    checking.update(probe);
    if (!checking.verify(signing.sign())) {
      throw new ProofException("the first public key is not that of the private key: " + file);
    }
  }

  private static String pem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  private static String pem(String kind, byte[] encoded) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }
}
