package com.heyi.web.soap;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.web.errors.Problem;
import com.heyi.web.errors.Problems;
import com.sun.xml.ws.api.SOAPVersion;
import com.sun.xml.ws.api.message.Packet;
import com.sun.xml.ws.api.server.Invoker;
import com.sun.xml.ws.api.server.WSEndpoint;
import com.sun.xml.ws.api.server.WSWebServiceContext;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Sends an operation to the bean of the module that declared it, with {@code requestId} as the
 * idempotency key, and turns whatever goes wrong into a fault.
 */
final class OperationInvoker extends Invoker {
  /** Name of the first parameter of every operation that changes something. */
  static final String REQUEST_ID = "requestId";

  /** Nothing to prepare: beans are looked up as operations come in. */
  @Override
  @SuppressWarnings("rawtypes")
  public void start(WSWebServiceContext context, WSEndpoint endpoint) {}

  @Override
  public Object invoke(Packet packet, Method method, Object... arguments)
      throws InvocationTargetException, IllegalAccessException {
    Caller caller = CallContext.current();
    Method declared = SoapOperations.declaration(BranchPort.class, method);
    try {
      Caller sender = SoapOperations.withKey(caller, declared, arguments);
      return CallContext.callAs(sender, () -> call(declared, arguments));
    } catch (Exception e) {
      Problem problem = Problems.of(e, caller.locale(), caller.requestId());
      boolean soap12 = packet.getBinding().getSOAPVersion() == SOAPVersion.SOAP_12;
      throw new InvocationTargetException(
          soap12 ? FaultMaker.v12(problem, caller.locale()) : FaultMaker.v11(problem));
    }
  }

  private static Object call(Method declared, Object... arguments) throws Exception {
    Object bean = CDI.current().select(declared.getDeclaringClass()).get();
    try {
      return declared.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
