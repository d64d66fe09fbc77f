package com.heyi.shared.facade;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method with a transaction of its own that is called from inside another transaction: what it
 * changes is no change of the call around it. It needs a second connection while the call holds its
 * first, for which the pool has room; such a method calls no other one, which would need a third.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Apart {}
