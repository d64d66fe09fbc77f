package com.heyi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses and secrets of the edges, out of MicroProfile Config. Named, so that the definition of
 * the sign-in can read them by expressions.
 */
@Named("webSettings")
@ApplicationScoped
public class WebSettings {
  /** The audience that a token for {@code /api} and {@code /soap} must carry. */
  public static final String AUDIENCE = "heyi-api";

  @Inject
  @ConfigProperty(name = "heyi.oidc.issuer")
  private String issuer;

  @Inject
  @ConfigProperty(name = "heyi.oidc.client-id")
  private String clientId;

  @Inject
  @ConfigProperty(name = "heyi.oidc.client-secret")
  private String clientSecret;

  @Inject
  @ConfigProperty(name = "heyi.oidc.jwks-uri")
  private Optional<String> jwksUri;

  @Inject
  @ConfigProperty(name = "heyi.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "heyi.mode", defaultValue = "production")
  private String mode;

  @Inject
  @ConfigProperty(name = "heyi.trusted-proxies")
  private Optional<String> trustedProxies;

  @Inject
  @ConfigProperty(name = "heyi.request-limit-bytes", defaultValue = "1048576")
  private long requestLimit;

  @Inject
  @ConfigProperty(name = "heyi.attachment-limit-bytes", defaultValue = "11534336")
  private long attachmentLimit;

  @Inject
  @ConfigProperty(name = "heyi.upload.max-bytes", defaultValue = "536870912")
  private long uploadLimit;

  /** The realm's address, as it stands in every token. */
  public String getIssuer() {
    return withoutSlash(issuer);
  }

  public String getClientId() {
    return clientId;
  }

  public String getClientSecret() {
    return clientSecret;
  }

  /** Where the realm publishes its keys; Keycloak's place unless told otherwise. */
  public URI getJwksUri() {
    return URI.create(jwksUri.orElse(getIssuer() + "/protocol/openid-connect/certs"));
  }

  /** The address that people type, without a slash at its end. */
  public String getPublicUrl() {
    return withoutSlash(publicUrl);
  }

  public String getCallback() {
    return getPublicUrl() + Area.CALLBACK;
  }

  public String getSignedOut() {
    return getPublicUrl() + Area.SIGNED_OUT;
  }

  public boolean isDemo() {
    return "demo".equals(mode);
  }

  public String getMode() {
    return mode;
  }

  /** Whether people reach Heyi by TLS. */
  public boolean isTls() {
    return publicUrl.startsWith("https://");
  }

  /** Addresses of the proxies whose {@code X-Forwarded-For} is believed; separated by commas. */
  public List<String> getTrustedProxies() {
    return trustedProxies.map(all -> List.of(all.strip().split("\\s*,\\s*"))).orElse(List.of());
  }

  /** The longest file that may be sent, in bytes. */
  public long getUploadLimit() {
    return uploadLimit;
  }

  /** The longest request body that is no file, in bytes. */
  public long getRequestLimit() {
    return requestLimit;
  }

  /** The longest request that brings a file of a record, in bytes. */
  public long getAttachmentLimit() {
    return attachmentLimit;
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
