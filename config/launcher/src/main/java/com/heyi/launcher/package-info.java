/**
 * Starts, watches and stops the real services that Heyi runs on: PostgreSQL, Keycloak and Payara.
 *
 * <p>Two users: the {@code ./heyi} command ({@link com.heyi.launcher.Main}) and the integration
 * tests, which call {@link com.heyi.launcher.Platform#start(PlatformOptions)} and get the same
 * platform on free ports. Nothing of the application is used here, except for the SQL files under
 * {@code db/<module>/} on the class path.
 */
package com.heyi.launcher;
