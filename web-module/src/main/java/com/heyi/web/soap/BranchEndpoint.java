package com.heyi.web.soap;

import jakarta.jws.WebService;

/**
 * The endpoint of {@link BranchPort}. Nothing is written out here: {@link OperationInvoker} sends
 * every operation to the bean of the module that declared it.
 */
@WebService(
    endpointInterface = "com.heyi.web.soap.BranchPort",
    serviceName = "BranchService",
    portName = "BranchPort",
    targetNamespace = SoapFaults.NAMESPACE)
@Dispatched
public abstract class BranchEndpoint implements BranchPort {}
