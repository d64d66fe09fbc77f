package com.heyi.web.soap;

import com.heyi.shared.error.ErrorCode;
import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.errors.Problem;
import com.heyi.web.errors.Problems;
import com.heyi.web.errors.WebError;
import com.heyi.web.security.Area;
import com.heyi.web.security.Requests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every fault a code of ours: what the SOAP runtime refuses by itself, before any operation
 * is reached, would come with its own words in English and the names of its classes.
 */
public class SoapFaultFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String OURS = "problem xmlns:h=\"" + SoapFaults.NAMESPACE;
  private static final Logger LOG = LoggerFactory.getLogger(SoapFaultFilter.class);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Requests.area(request) != Area.SOAP) {
      chain.doFilter(request, response);
      return;
    }
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      EdgeAnswers.refuse(request, response, 405, "http.405");
      return;
    }
    Kept kept = new Kept(response);
    chain.doFilter(request, kept);
    boolean wellDone = kept.getStatus() < 400 && kept.bytes().length > 0;
    String body = wellDone ? "" : kept.text();
    if (wellDone || body.contains(OURS)) {
      response.getOutputStream().write(kept.bytes());
    } else if (!response.isCommitted()) {
      LOG.info("The SOAP runtime refused a message: {}", said(body));
      fault(request, response, kept.getStatus(), body);
    }
  }

  /** Its words without what the sender wrote, which may be anything. */
  private static String said(String body) {
    return reason(body).code();
  }

  private static void fault(
      HttpServletRequest request, HttpServletResponse response, int status, String body)
      throws IOException {
    Optional<Long> tooLong = Requests.tooLong(request);
    if (tooLong.isPresent()) {
      EdgeAnswers.refuse(request, response, 413, WebError.TOO_LARGE.code(), tooLong.get());
      return;
    }
    if (!body.contains("Fault") && status >= 400 && status < 500) {
      EdgeAnswers.refuse(request, response, status, "http." + status);
      return;
    }
    ErrorCode reason = reason(body);
    Locale locale = Requests.language(request);
    Problem problem =
        Problems.of(reason.kind().status(), reason.code(), locale, Requests.id(request));
    SoapFaults.Version version = SoapFaults.Version.of(request.getContentType());
    // SOAP 1.1 wants 500 for every fault (6.2), SOAP 1.2 400 for the sender's (part 2, 7.5.2.2).
    response.setStatus(version == SoapFaults.Version.V11 ? 500 : problem.status());
    response.setContentType(version.mediaType() + ";charset=UTF-8");
    response
        .getOutputStream()
        .write(SoapFaults.envelope(problem, version, locale).getBytes(StandardCharsets.UTF_8));
  }

  private static ErrorCode reason(String body) {
    return body.contains("dispatch method") ? WebError.OPERATION_UNKNOWN : WebError.NOT_XML;
  }

  /** Keeps what is written until it is known whether it may go out. */
  private static final class Kept extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer =
        new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private final ServletOutputStream stream =
        new ServletOutputStream() {
          @Override
          public void write(int one) {
            bytes.write(one);
          }

          @Override
          public void write(byte[] some, int offset, int length) {
            bytes.write(some, offset, length);
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("written at once");
          }
        };

    Kept(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return stream;
    }

    @Override
    public PrintWriter getWriter() {
      return writer;
    }

    @Override
    public void setContentLength(int length) {
      // The length of what goes out is known only when it does.
    }

    @Override
    public void setContentLengthLong(long length) {
      // As above.
    }

    @Override
    public void flushBuffer() {
      writer.flush();
    }

    @Override
    public void sendError(int status) {
      setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
      setStatus(status);
    }

    byte[] bytes() {
      writer.flush();
      return bytes.toByteArray();
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }
  }
}
