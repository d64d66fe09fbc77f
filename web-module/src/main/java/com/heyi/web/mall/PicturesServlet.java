package com.heyi.web.mall;

import com.heyi.mall.PublishedPictures;
import com.heyi.web.security.Area;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hands out pictures of goods, open to all. The address is the hash of the content: what it names
 * never changes, so that whoever has it once need not ask again.
 */
@WebServlet(Area.PICTURES + "/*")
public class PicturesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");

  @Inject private transient PublishedPictures pictures;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    if (path == null || !HASH.matcher(path).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String hash = path.substring(1);
    String tag = "\"" + hash + "\"";
    Optional<byte[]> content = pictures.find(hash);
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(PublishedPictures.MEDIA_TYPE);
    response.setContentLength(content.get().length);
    response.getOutputStream().write(content.get());
  }
}
