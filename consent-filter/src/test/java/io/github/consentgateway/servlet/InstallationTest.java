package io.github.consentgateway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {

  @TempDir private Path data;

  /** An application that sets one cookie of each kind and opens a session. */
  private static final class Shop extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      request.getSession();
      response.addCookie(new Cookie("_ga", "1"));
      response.addCookie(new Cookie("basket", "2"));
      response.getWriter().print(ConsentFilter.consent(request).state());
    }
  }

  private static List<String> names(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .map(line -> line.substring(0, line.indexOf('=')))
        .sorted()
        .toList();
  }

  private Map<String, String> params(String prefix) {
    return WebApps.settings(data).entrySet().stream()
        .collect(Collectors.toMap(entry -> prefix + entry.getKey(), Map.Entry::getValue));
  }

  @Test
  void initializerIsRegisteredAsAService() {
    assertTrue(
        ServiceLoader.load(jakarta.servlet.ServletContainerInitializer.class).stream()
            .anyMatch(service -> service.type() == ConsentInitializer.class));
  }

  @Test
  @DisplayName("section 2.5")
  void initializerPutsTheFilterInFront() throws Exception {
    try (WebApps app = new WebApps(new Shop()).initialized(params("consent.")).start()) {
      HttpResponse<String> response = app.get("/shop/");
      assertEquals(List.of("JSESSIONID", "basket"), names(response));
      assertEquals("UNDECIDED", response.body());
      assertEquals(200, app.get("/shop/consent").statusCode());
    }
  }

  @Test
  @DisplayName("case 53, LT-01")
  void initializerClampsTheSessionCookie() throws Exception {
    try (WebApps app = new WebApps(new Shop()).initialized(params("consent."))) {
      app.context().getSessionHandler().getSessionCookieConfig().setMaxAge(900 * 86_400);
      app.start();
      String line =
          app.get("/shop/").headers().allValues("Set-Cookie").stream()
              .filter(cookie -> cookie.startsWith("JSESSIONID"))
              .findFirst()
              .orElseThrow();
      assertTrue(line.contains("Max-Age=33696000"), line);
      assertTrue(line.contains("HttpOnly"), line);
      assertTrue(line.contains("SameSite=Lax"), line);
    }
  }

  @Test
  void initializerLeavesAnApplicationAloneThatSaysOff() throws Exception {
    Map<String, String> params = new HashMap<>(params("consent."));
    params.put("consent.filter", "off");
    try (WebApps app = new WebApps(new Shop()).initialized(params).start()) {
      assertTrue(names(app.get("/shop/")).contains("_ga"), "the positive control");
    }
  }

  @Test
  void initializerIsInactiveWithoutAPolicy() throws Exception {
    try (WebApps app = new WebApps(new Shop()).initialized(Map.of()).start()) {
      assertTrue(names(app.get("/shop/")).contains("_ga"));
    }
  }

  @Test
  void initializerLeavesADeclaredFilterItsOwnSettings() throws Exception {
    try (WebApps app =
        new WebApps(new Shop()).declared(WebApps.settings(data)).initialized(Map.of()).start()) {
      assertEquals(List.of("JSESSIONID", "basket"), names(app.get("/shop/")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "consent.filter | OFF | consent.filter: 'OFF' is neither on nor off",
        "consent.confg  | x   | Unknown context-params consent.[confg]",
      })
  void wrongContextParamStopsTheApplication(String name, String value, String message) {
    Map<String, String> params = new HashMap<>(params("consent."));
    params.put(name, value);
    try (WebApps app = new WebApps(new Shop()).initialized(params)) {
      Exception refusal = assertThrows(Exception.class, app::start);
      assertTrue(messages(refusal).contains(message), () -> messages(refusal));
    }
  }

  @Test
  @DisplayName("case 87")
  void initializerAndDeclarationTogetherJudgeOnce() throws Exception {
    try (WebApps app =
        new WebApps(new Shop())
            .initialized(params("consent."))
            .declared(WebApps.settings(data))
            .start()) {
      assertEquals(List.of("JSESSIONID", "basket"), names(app.get("/shop/")));
    }
  }

  @Test
  void declaredFilterReadsItsInitParams() throws Exception {
    Map<String, String> params = new HashMap<>(WebApps.settings(data));
    params.put("base", "/privacy/choice");
    params.put("site", "http://localhost:9");
    try (WebApps app = new WebApps(new Shop()).declared(params).start()) {
      assertEquals(List.of("JSESSIONID", "basket"), names(app.get("/shop/")));
      String page = app.get("/shop/privacy/choice").body();
      assertTrue(page.contains("action=\"/shop/privacy/choice\""), page);
      assertTrue(Files.exists(data.resolve("keys").resolve("consent-keys.json")));
    }
  }

  @Test
  @DisplayName("case 127")
  void filterStartsAgainAfterItsApplicationHasStopped() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (WebApps app = new WebApps(new Shop()).declared(WebApps.settings(data)).start()) {
        assertFalse(names(app.get("/shop/")).contains("_ga"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "confg  | x                  | Unknown init-params [confg]; known are [base, config, data, ledger, routes, shareTrafficKeys, site, traffic, trafficKeptFor, trustedProxies]",
        "config | no-such.yaml       | config: there is no file and no classpath or /WEB-INF resource 'no-such.yaml'",
        "base   | consent            | base: 'consent' is no path",
        "base   | /consent/          | base: '/consent/' is no path",
        "site   | http://example.com | example.com",
        "data   | ''                 | data",
        "trustedProxies | 10.0.0.0/8          | trustedProxies: '10.0.0.0/8'; such as 'X-Forwarded-For: 10.0.0.0/8'",
        "trustedProxies | Forwarded: 10.0.0.1/8, x | trustedProxies: 10.0.0.1/8, x: no network",
        "trafficKeptFor | a year              | trafficKeptFor: 'a year'; a period such as P6M is required",
        "trafficKeptFor | P2Y                 | trafficKeptFor: P2Y; from P1D to P365D is allowed",
        "shareTrafficKeys | yes               | shareTrafficKeys: 'yes'; true or false is required",
        "shareTrafficKeys | true              | shareTrafficKeys: needs a database",
        "routes         | orders              | routes: 'orders'",
      })
  void wrongSettingStopsTheApplication(String name, String value, String message) {
    Map<String, String> params = new HashMap<>(WebApps.settings(data));
    if (value.isEmpty()) {
      params.remove(name);
    } else {
      params.put(name, value);
    }
    try (WebApps app = new WebApps(new Shop()).declared(params)) {
      Exception refusal = assertThrows(Exception.class, app::start);
      assertTrue(messages(refusal).contains(message), () -> messages(refusal));
    }
  }

  private static String messages(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString();
  }

  @Test
  @DisplayName("case 92")
  void sessionCookieThatNeedsConsentStopsAFilter() {
    try (WebApps app = new WebApps(new Shop()).declared(WebApps.settings(data))) {
      app.context().getSessionHandler().getSessionCookieConfig().setName("chat_visitor");
      ServletException refusal = assertThrows(ServletException.class, app::start);
      assertTrue(messages(refusal).contains("chat_visitor"), () -> messages(refusal));
    }
  }

  @Test
  @DisplayName("case 53 without an initialiser")
  void sessionCookieThatLivesTooLongStopsAFilter() {
    try (WebApps app = new WebApps(new Shop()).declared(WebApps.settings(data))) {
      app.context().getSessionHandler().getSessionCookieConfig().setMaxAge(33_696_001);
      ServletException refusal = assertThrows(ServletException.class, app::start);
      assertTrue(messages(refusal).contains("33696000"), () -> messages(refusal));
    }
  }
}
