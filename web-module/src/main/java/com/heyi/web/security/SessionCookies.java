package com.heyi.web.security;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps the session cookie off plain connections when people reach Heyi by TLS. */
@WebListener
public class SessionCookies implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    String address = ConfigProvider.getConfig().getValue("heyi.public-url", String.class);
    event.getServletContext().getSessionCookieConfig().setSecure(address.startsWith("https://"));
  }
}
