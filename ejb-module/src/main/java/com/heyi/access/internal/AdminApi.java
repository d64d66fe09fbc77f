package com.heyi.access.internal;

import com.heyi.access.AccessError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's admin interface, asked in the name of Heyi's own client. Tells apart why it cannot be
 * asked: it is away for a while, or something is set up wrongly, which only an administrator mends.
 */
@ApplicationScoped
public class AdminApi {
  private static final Logger LOG = LoggerFactory.getLogger(AdminApi.class);
  private static final String REALMS = "/realms/";

  /** Answers below 500 that say "not now": too slow, too many. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 429);

  /** What the provider says to a client that it does not know or whose secret is wrong. */
  private static final Set<Integer> NOT_SIGNED_IN = Set.of(400, 401, 403);

  @Inject
  @ConfigProperty(name = "heyi.oidc.issuer")
  private String issuer;

  @Inject
  @ConfigProperty(name = "heyi.admin-api.client-id", defaultValue = "heyi-admin")
  private String clientId;

  @Inject
  @ConfigProperty(name = "heyi.admin-api.client-secret")
  private Optional<String> clientSecret;

  private Keycloak keycloak;

  AdminApi() {}

  AdminApi(String issuer, String clientId, String clientSecret) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.clientSecret = Optional.ofNullable(clientSecret);
  }

  /** The client in whose name is asked. */
  String clientId() {
    return clientId;
  }

  /**
   * Asks about one user of the realm.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} when there is no such user; otherwise as
   *     {@link #ask}
   */
  <T> T askAboutOne(Function<RealmResource, T> question) {
    return ask(
        question, e -> new HeyiException(CommonError.NOT_FOUND, List.of("user"), List.of(), e));
  }

  /**
   * Asks about the realm.
   *
   * @throws HeyiException {@link AccessError#PROVIDER_DOWN} for a while; {@link
   *     AccessError#NOT_CONFIGURED}, {@link AccessError#PROVIDER_ADDRESS}, {@link
   *     AccessError#PROVIDER_CREDENTIALS}, {@link AccessError#PROVIDER_REFUSES} until an
   *     administrator has mended it
   */
  <T> T ask(Function<RealmResource, T> question) {
    return ask(question, this::wrongAddress);
  }

  private <T> T ask(
      Function<RealmResource, T> question, Function<NotFoundException, HeyiException> missing) {
    try {
      return answer(question);
    } catch (WebApplicationException | ProcessingException e) {
      throw trouble(e, missing);
    }
  }

  private <T> T answer(Function<RealmResource, T> question) {
    try {
      return question.apply(signedIn());
    } catch (NotAuthorizedException e) {
      // Nothing was done, and the client has dropped the token.
      LOG.info("The identity provider takes the token no more, so a new one is asked for", e);
      return question.apply(signedIn());
    }
  }

  /** With a token, so that what goes wrong with that is not taken for the answer to a question. */
  private RealmResource signedIn() {
    Keycloak asked =
        keycloak(clientSecret.orElseThrow(() -> new HeyiException(AccessError.NOT_CONFIGURED)));
    try {
      asked.tokenManager().getAccessToken();
      return asked.realm(realm());
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (isNotNow(status)) {
        throw down(e);
      } else if (NOT_SIGNED_IN.contains(status)) {
        throw new HeyiException(
            AccessError.PROVIDER_CREDENTIALS, List.of(clientId, status), List.of(), e);
      }
      throw wrongAddress(e);
    } catch (ProcessingException e) {
      throw down(e);
    }
  }

  private HeyiException trouble(
      RuntimeException e, Function<NotFoundException, HeyiException> missing) {
    if (e instanceof NotFoundException none) {
      return missing.apply(none);
    } else if (e instanceof WebApplicationException answered
        && !isNotNow(answered.getResponse().getStatus())) {
      return new HeyiException(
          AccessError.PROVIDER_REFUSES,
          List.of(answered.getResponse().getStatus(), clientId),
          List.of(),
          e);
    }
    return down(e);
  }

  private static boolean isNotNow(int status) {
    return status >= 500 || NOT_NOW.contains(status);
  }

  private static HeyiException down(RuntimeException e) {
    return new HeyiException(AccessError.PROVIDER_DOWN, List.of(), List.of(), e);
  }

  private HeyiException wrongAddress(RuntimeException e) {
    return new HeyiException(AccessError.PROVIDER_ADDRESS, List.of(issuer), List.of(), e);
  }

  private synchronized Keycloak keycloak(String secret) {
    if (!issuer.contains(REALMS)) {
      throw wrongAddress(null);
    }
    if (keycloak == null) {
      keycloak =
          KeycloakBuilder.builder()
              .serverUrl(issuer.substring(0, issuer.indexOf(REALMS)))
              .realm(realm())
              .grantType("client_credentials")
              .clientId(clientId)
              .clientSecret(secret)
              .build();
    }
    return keycloak;
  }

  private String realm() {
    String name = issuer.substring(issuer.indexOf(REALMS) + REALMS.length());
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  @PreDestroy
  void close() {
    if (keycloak != null) {
      keycloak.close();
    }
  }
}
