package com.heyi.web.soap;

import com.sun.xml.ws.api.server.InstanceResolverAnnotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an endpoint whose operations are answered by CDI beans. */
@InstanceResolverAnnotation(DispatchingResolver.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Dispatched {}
