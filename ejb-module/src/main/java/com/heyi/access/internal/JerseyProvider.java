package com.heyi.access.internal;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Lets Keycloak's admin client work over the server's own Jersey instead of a second REST
 * implementation beside it. Found by the service loader.
 */
public class JerseyProvider implements ResteasyClientProvider {
  private static final long CONNECT_SECONDS = 3;
  private static final long READ_SECONDS = 10;

  @Override
  public Client newRestEasyClient(Object json, SSLContext tls, boolean trustAll) {
    if (trustAll) {
      throw new IllegalArgumentException("A server that nobody vouches for is not trusted");
    }
    ClientBuilder builder =
        ClientBuilder.newBuilder()
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            // Names no feature of Jersey's, so that only the provider below reads and writes JSON.
            .property("jersey.config.jsonFeature", "HeyiJson")
            // Keycloak takes the roles to revoke in the body of a DELETE, which Jersey would
            // refuse.
            .property("jersey.config.client.suppressHttpComplianceValidation", true)
            .register(new KeycloakJson());
    return tls == null ? builder.build() : builder.sslContext(tls).build();
  }

  @Override
  public <R> R targetProxy(WebTarget target, Class<R> resource) {
    return WebResourceFactory.newResource(resource, target);
  }
}
