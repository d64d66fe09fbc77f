/**
 * SOAP for branch systems: one port at {@code /soap/branch} (SOAP 1.1 and 1.2), document/literal
 * wrapped, the token in the HTTP {@code Authorization} header.
 *
 * <p>A module adds its operations in three steps:
 *
 * <ol>
 *   <li>in {@code com.heyi.web.<module>} an interface, such as {@code MallOperations}, marked
 *       {@code @WebService(targetNamespace = SoapFaults.NAMESPACE)}, each operation marked
 *       {@code @WebMethod} and each parameter named by {@code @WebParam}. An operation that changes
 *       something takes {@code @WebParam(name = "requestId") String requestId} first; that is its
 *       idempotency key, and {@link com.heyi.web.soap.OperationInvoker} has seen to it when the
 *       operation runs. Names of operations are unique in the whole port;
 *   <li>beside it an {@code @ApplicationScoped} bean that implements the interface and calls the
 *       facade. It throws what the facade throws; the fault is made of it elsewhere;
 *   <li>the interface added to those that {@link com.heyi.web.soap.BranchPort} extends.
 * </ol>
 *
 * <p>The XML name of a result type must differ from every operation and its answer ({@code
 * grantPoints}, {@code grantPointsResponse}). Parameters and results are simple types or classes
 * with fields that JAXB can bind (no records, no {@code java.time}: dates and times travel as ISO
 * 8601 text, points as long, money as decimal). A file is a {@code DataHandler}: it comes in Base64
 * inside a message of ordinary length, or beside it (MTOM), where it is kept on the disk until the
 * bean has read it through {@link com.heyi.web.soap.SentFile}.
 */
package com.heyi.web.soap;
