package com.heyi.web.soap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One address for both versions of SOAP: a message of version 1.2, told by its media type, goes on
 * to the endpoint that speaks it.
 */
public class SoapVersionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SoapFaults.Version.of(request.getContentType()) == SoapFaults.Version.V12) {
      request.getRequestDispatcher("/soap/branch12").forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
