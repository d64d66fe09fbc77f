/**
 * Who holds which Heyi role: lists the users of the realm, grants and revokes the roles. The
 * identity provider keeps users and roles; here stands only what a review asks: since when, by
 * whom, and the last sign-in. What is granted or revoked reaches tokens when they are next issued,
 * within minutes.
 *
 * <p>Sign-ins, refused ones and changes made in the provider's own console are taken over from the
 * provider's events into the audit trail, each once, within half a minute ({@code
 * heyi.sign-ins.every}).
 *
 * <p>May use {@link com.heyi.shared} only.
 */
package com.heyi.access;
