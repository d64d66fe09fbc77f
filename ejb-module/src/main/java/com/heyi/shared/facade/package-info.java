/**
 * The one door into a business module. A facade is a stateless EJB marked {@link
 * com.heyi.shared.facade.Facade}; each of its public methods is a {@link
 * com.heyi.shared.facade.Command} or a {@link com.heyi.shared.facade.Query} that names who may call
 * it. {@link com.heyi.shared.facade.FacadeContract} stops the start when one does not, and {@link
 * com.heyi.shared.facade.FacadeInterceptor} authorises, validates, makes retries safe and records.
 */
package com.heyi.shared.facade;
