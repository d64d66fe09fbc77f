package com.heyi.shared.facade;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Stands around the interceptor that begins and ends the transaction, so that all of it is apart.
 */
@Apart
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class ApartInterceptor {
  @AroundInvoke
  Object apart(InvocationContext call) throws Exception {
    return ChangeLog.aside(call::proceed);
  }
}
