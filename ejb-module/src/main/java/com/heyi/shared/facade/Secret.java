package com.heyi.shared.facade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what whoever knows it can use as its bearer. A call that carries one is never stored to
 * wait for a second person, and a command that tells one tells it to its caller once: it cannot
 * wait at all, as the answer would reach nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Secret {}
