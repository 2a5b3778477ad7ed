package io.github.consentgateway.containers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The application of the matrix: runs the route named in the query string. */
final class MatrixServlet extends HttpServlet {
  static final String MAPPING = "/app/*";
  static final String ERROR_PAGE = "/app/error";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Call call = new Call(request, response);
    run(call, call.stage());
  }

  static void run(Call call, Stage stage) throws ServletException, IOException {
    try {
      call.vector().at(stage).run(call);
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
