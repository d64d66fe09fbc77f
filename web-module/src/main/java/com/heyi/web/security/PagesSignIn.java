package com.heyi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;

/**
 * How people sign in: OpenID Connect code flow with state and nonce. Tokens are renewed when they
 * expire, so that a role revoked or a session ended at the identity provider takes effect within
 * the life of an access token.
 */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${webSettings.issuer}",
    clientId = "${webSettings.clientId}",
    clientSecret = "${webSettings.clientSecret}",
    redirectURI = "${webSettings.callback}",
    scope = {"openid", "profile"},
    tokenAutoRefresh = true,
    claimsDefinition =
        @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
    logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${webSettings.signedOut}"))
@ApplicationScoped
public class PagesSignIn {}
