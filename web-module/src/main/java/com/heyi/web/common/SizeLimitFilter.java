package com.heyi.web.common;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.errors.WebError;
import com.heyi.web.security.Area;
import com.heyi.web.security.Requests;
import com.heyi.web.security.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses bodies of REST and SOAP that are longer than allowed: at once when the length is told, in
 * the reading when it is not. Pages that take files set their own limits.
 */
public class SizeLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Area area = Requests.area(request);
    boolean file = Area.takesFile(Requests.path(request), request.getMethod());
    if (file || (area != Area.REST && area != Area.SOAP)) {
      chain.doFilter(request, response);
      return;
    }
    long limit =
        Requests.bringsAttachment(request)
            ? settings.getAttachmentLimit()
            : settings.getRequestLimit();
    if (request.getContentLengthLong() > limit) {
      EdgeAnswers.refuse(request, response, 413, WebError.TOO_LARGE.code(), limit);
      return;
    }
    boolean lengthTold = request.getContentLengthLong() >= 0;
    chain.doFilter(lengthTold ? request : new Limited(request, limit), response);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), (HttpServletRequest) getRequest(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream in;
    private final HttpServletRequest request;
    private final long limit;
    private long read;

    LimitedStream(ServletInputStream in, HttpServletRequest request, long limit) {
      this.in = in;
      this.request = request;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = in.read(bytes, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > limit) {
        Requests.noteTooLong(request, limit);
        throw new HeyiException(WebError.TOO_LARGE, limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
