package com.heyi.shared.facade;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method with a transaction of its own that is called from inside another transaction: it
 * takes its connection from a small pool of its own. Callers who each hold a connection of the main
 * pool and wait for a second one would else wait for each other until the pool gives up. What it
 * changes is no change of the call around it either.
 *
 * <p>Such a method calls no other one.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Apart {}
