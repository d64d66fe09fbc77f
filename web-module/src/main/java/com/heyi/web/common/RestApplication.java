package com.heyi.web.common;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** REST. Resources and providers are found by themselves; none is listed here. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Names no feature of Jersey's, so that only JsonProvider reads and writes JSON.
        "jersey.config.jsonFeature", "HeyiJson",
        "jersey.config.server.response.setStatusOverSendError", true,
        "jersey.config.server.wadl.disableWadl", true);
  }
}
