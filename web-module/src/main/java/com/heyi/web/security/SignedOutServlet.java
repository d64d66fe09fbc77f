package com.heyi.web.security;

import com.heyi.web.errors.EdgeAnswers;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells a person that he is signed out; open to all. */
@WebServlet(Area.SIGNED_OUT)
public class SignedOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EdgeAnswers.signedOut(request, response);
  }
}
