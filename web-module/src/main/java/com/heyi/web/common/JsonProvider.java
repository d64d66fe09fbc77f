package com.heyi.web.common;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.json.Json;
import com.heyi.web.errors.Problem;
import com.heyi.web.errors.WebError;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** REST reads and writes JSON with the one mapper of the kernel. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, Problem.JSON})
@Produces({MediaType.APPLICATION_JSON, Problem.JSON})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return isJson(type, media);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    var mapper = Json.mapper();
    Object value = mapper.readValue(in, mapper.constructType(generic));
    if (value == null) {
      throw new HeyiException(WebError.BODY_MISSING);
    }
    return value;
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return isJson(type, media);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isJson(Class<?> type, MediaType media) {
    boolean raw =
        type == byte[].class
            || type == String.class
            || InputStream.class.isAssignableFrom(type)
            || StreamingOutput.class.isAssignableFrom(type)
            || File.class.isAssignableFrom(type);
    String subtype = media == null ? "" : media.getSubtype();
    return !raw && (subtype.equals("json") || subtype.endsWith("+json"));
  }
}
