/**
 * Who may come in, and by which way. {@link com.heyi.web.security.Area} says which paths are what;
 * {@link com.heyi.web.security.TwoWaysIn} lets in; {@link com.heyi.web.security.CallContextFilter}
 * tells the modules who it is. What a caller may do is decided by the facades, never here.
 */
package com.heyi.web.security;
