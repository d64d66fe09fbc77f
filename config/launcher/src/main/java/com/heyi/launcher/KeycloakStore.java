package com.heyi.launcher;

import com.heyi.launcher.Database.Login;

/**
 * Where Keycloak keeps its realms.
 *
 * @param url of a PostgreSQL database
 * @param login who owns the schema
 * @param schema the schema, which exists
 */
public record KeycloakStore(String url, Login login, String schema) {}
