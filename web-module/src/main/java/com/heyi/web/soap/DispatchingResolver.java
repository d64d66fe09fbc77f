package com.heyi.web.soap;

import com.sun.xml.ws.api.message.Packet;
import com.sun.xml.ws.api.server.InstanceResolver;
import com.sun.xml.ws.api.server.Invoker;

/**
 * Makes no instance of the endpoint at all, but the {@link OperationInvoker} that stands in for it.
 */
public class DispatchingResolver<T> extends InstanceResolver<T> {

  /** Called by the SOAP runtime with the class of the endpoint. */
  public DispatchingResolver(Class<T> endpoint) {
    super();
  }

  @Override
  public T resolve(Packet request) {
    throw new IllegalStateException("Operations are answered by beans");
  }

  @Override
  public Invoker createInvoker() {
    return new OperationInvoker();
  }
}
