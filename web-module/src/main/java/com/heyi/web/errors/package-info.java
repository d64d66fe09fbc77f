/**
 * One translation of errors for the three edges: {@link com.heyi.web.errors.Problems} makes a
 * {@link com.heyi.web.errors.Problem} of anything thrown; REST sends it as problem+json, SOAP as a
 * fault, pages show it as a message.
 */
package com.heyi.web.errors;
