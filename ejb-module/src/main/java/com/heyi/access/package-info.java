/**
 * Who holds which Heyi role: lists the users of the realm, grants and revokes the roles. The
 * identity provider keeps users and roles; nothing of them is stored here. What is granted or
 * revoked reaches tokens when they are next issued, within minutes.
 *
 * <p>May use {@link com.heyi.shared} only.
 */
package com.heyi.access;
