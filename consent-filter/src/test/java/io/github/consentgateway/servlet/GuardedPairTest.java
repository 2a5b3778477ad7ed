package io.github.consentgateway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class GuardedPairTest {

  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final ConsentFilter filter = new ConsentFilter(gateway());

  private static ConsentGateway gateway() {
    try (InputStream in = GuardedPairTest.class.getResourceAsStream("/example-consent.yaml")) {
      String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ConsentGateway.builder()
          .policy(yaml, "consent.yaml")
          .keys(TokenKeys.random())
          .ledger(ConsentLedger.inMemory())
          .build();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void request() {
    when(request.getMethod()).thenReturn("GET");
    when(request.getContextPath()).thenReturn("");
    when(request.getServletPath()).thenReturn("/");
    when(request.getHeaders(anyString())).thenAnswer(call -> Collections.emptyEnumeration());
    when(request.getHeaderNames()).thenAnswer(call -> Collections.emptyEnumeration());
  }

  private void cookies(String field) {
    when(request.getHeaders("Cookie")).thenAnswer(c -> Collections.enumeration(List.of(field)));
    when(request.getHeaderNames())
        .thenAnswer(c -> Collections.enumeration(List.of("Host", "cookie")));
  }

  private void inside(BiConsumer<HttpServletRequest, HttpServletResponse> application)
      throws Exception {
    filter.doFilter(
        request,
        response,
        (req, res) -> application.accept((HttpServletRequest) req, (HttpServletResponse) res));
  }

  @Test
  @DisplayName("case 126")
  void otherProtocolsPass() throws Exception {
    ServletRequest other = mock(ServletRequest.class);
    ServletResponse answer = mock(ServletResponse.class);
    FilterChain chain = mock(FilterChain.class);
    filter.doFilter(other, answer, chain);
    verify(chain).doFilter(other, answer);
    assertSame(Consent.undecided(), ConsentFilter.consent(other));
  }

  @Test
  @DisplayName("case 8")
  void nullCookieIsTheContainersAffair() throws Exception {
    inside((req, res) -> res.addCookie(null));
    verify(response).addCookie(null);
  }

  @Test
  @DisplayName("case 30")
  void nullHeaderIsTheContainersAffair() throws Exception {
    inside(
        (req, res) -> {
          res.setHeader("Set-Cookie", null);
          res.addHeader("Set-Cookie", null);
          res.addHeader(null, "x");
        });
    verify(response).setHeader("Set-Cookie", null);
    verify(response).addHeader("Set-Cookie", null);
    verify(response).addHeader(null, "x");
  }

  @Test
  @DisplayName("cases 15, 16")
  void cookieIsJudgedAndSentAsItWasOnce() throws Exception {
    inside(
        (req, res) -> {
          Cookie cookie = new Cookie("basket", "1");
          res.addCookie(cookie);
          cookie.setValue("changed");
        });
    verify(response).addHeader("Set-Cookie", "basket=1");
    verify(response, never()).addCookie(any());
  }

  @Test
  @DisplayName("cases 33-36, 57, 58, 64")
  void attributesOfTheApiReachTheWire() throws Exception {
    inside(
        (req, res) -> {
          Cookie cookie = new Cookie("basket", "1");
          cookie.setPath("/");
          cookie.setHttpOnly(true);
          cookie.setAttribute("SameSite", "None");
          cookie.setAttribute("Partitioned", "true");
          cookie.setAttribute("Priority", "High");
          cookie.setMaxAge(-1);
          res.addCookie(cookie);
        });
    ArgumentCaptor<String> line = ArgumentCaptor.forClass(String.class);
    verify(response).addHeader(org.mockito.ArgumentMatchers.eq("Set-Cookie"), line.capture());
    for (String part :
        List.of("Path=/", "HttpOnly", "SameSite=None", "Partitioned", "Priority=High", "Secure")) {
      assertTrue(line.getValue().contains("; " + part), line.getValue());
    }
    assertTrue(!line.getValue().contains("Max-Age"), line.getValue());
  }

  @Test
  @DisplayName("cases 54, 55")
  void attributeInjectionIsDropped() throws Exception {
    inside(
        (req, res) -> {
          Cookie path = new Cookie("basket", "1");
          path.setPath("/; Domain=evil.test");
          res.addCookie(path);
          Cookie attribute = new Cookie("basket", "1");
          attribute.setAttribute("X", "y; Domain=evil.test");
          res.addCookie(attribute);
        });
    verify(response, never()).addHeader(org.mockito.ArgumentMatchers.eq("Set-Cookie"), anyString());
  }

  @Test
  @DisplayName("case 82")
  void trailersLoseCookies() throws Exception {
    Map<String, String> trailers = new HashMap<>();
    trailers.put("Set-Cookie", "_ga=1");
    trailers.put("Digest", "x");
    inside(
        (req, res) -> {
          res.setTrailerFields(() -> trailers);
          res.setTrailerFields(() -> null);
          res.setTrailerFields(null);
        });
    @SuppressWarnings("unchecked")
    ArgumentCaptor<Supplier<Map<String, String>>> given = ArgumentCaptor.forClass(Supplier.class);
    verify(response, org.mockito.Mockito.times(3)).setTrailerFields(given.capture());
    assertEquals(Map.of("Digest", "x"), given.getAllValues().get(0).get());
    assertNull(given.getAllValues().get(1).get());
    assertNull(given.getAllValues().get(2));
  }

  @Test
  @DisplayName("CK-02, cases 113, 114, 115")
  void everyMethodShowsTheSameCookies() throws Exception {
    cookies("_ga=1; basket=\"q v\"; zzz=3; b a d=4");
    inside(
        (req, res) -> {
          assertEquals(1, req.getCookies().length);
          assertEquals("q v", req.getCookies()[0].getValue());
          assertEquals("basket=\"q v\"", req.getHeader("COOKIE"));
          assertEquals(List.of("basket=\"q v\""), Collections.list(req.getHeaders("cookie")));
          assertEquals(List.of("Host", "cookie"), Collections.list(req.getHeaderNames()));
        });
  }

  @Test
  @DisplayName("case 114")
  void nothingLeftLooksLikeNoCookieAtAll() throws Exception {
    cookies("_ga=1");
    inside(
        (req, res) -> {
          assertNull(req.getCookies());
          assertNull(req.getHeader("Cookie"));
          assertTrue(!req.getHeaders("Cookie").hasMoreElements());
          assertEquals(List.of("Host"), Collections.list(req.getHeaderNames()));
          assertNull(req.newPushBuilder());
        });
  }

  @Test
  void applicationMayChangeTheArrayOfCookiesWithoutChangingTheRequest() throws Exception {
    cookies("basket=1");
    inside(
        (req, res) -> {
          req.getCookies()[0] = new Cookie("x", "y");
          assertEquals("basket", req.getCookies()[0].getName());
        });
  }

  @Test
  void consentIsARequestAttribute() throws Exception {
    inside(
        (req, res) -> {
          assertEquals(Consent.State.UNDECIDED, ConsentFilter.consent(req).state());
          assertTrue(req.getAttribute("consent") instanceof Consent);
        });
    verify(response).addHeader("Vary", "Cookie");
  }

  @Test
  @DisplayName("cases 21, 22")
  void numbersAndDatesAreNoCookies() throws Exception {
    inside(
        (req, res) -> {
          res.addIntHeader("Set-Cookie", 5);
          res.setIntHeader("Set-Cookie", 5);
          res.addDateHeader("Set-Cookie", 0);
          res.setDateHeader("Set-Cookie", 0);
          res.addIntHeader("X-Count", 5);
          res.setIntHeader("X-Count", 6);
          res.addDateHeader("Date", 0);
          res.setDateHeader("Date", 1);
        });
    verify(response, never()).addHeader(startsWith("Set-Cookie"), anyString());
    verify(response).addIntHeader("X-Count", 5);
    verify(response).setIntHeader("X-Count", 6);
    verify(response).addDateHeader("Date", 0);
    verify(response).setDateHeader("Date", 1);
  }

  @Test
  @DisplayName("CK-02: numbers, dates and trailers give no hidden cookie away")
  void noAccessorGivesAHiddenCookieAway() throws Exception {
    cookies("_ga=SECRET");
    when(request.getTrailerFields()).thenReturn(Map.of("cookie", "_ga=SECRET", "digest", "x"));
    when(request.getIntHeader("X-Count")).thenReturn(7);
    when(request.getDateHeader("Date")).thenReturn(8L);
    inside(
        (req, res) -> {
          assertEquals(-1, req.getIntHeader("Cookie"));
          assertEquals(-1, req.getDateHeader("Cookie"));
          assertEquals(Map.of("digest", "x"), req.getTrailerFields());
          assertEquals(7, req.getIntHeader("X-Count"));
          assertEquals(8, req.getDateHeader("Date"));
        });
  }

  @Test
  void visibleCookieIsNoDate() throws Exception {
    cookies("basket=1");
    inside(
        (req, res) -> {
          assertThrows(IllegalArgumentException.class, () -> req.getDateHeader("Cookie"));
          assertThrows(NumberFormatException.class, () -> req.getIntHeader("Cookie"));
        });
  }

  @Test
  @DisplayName("case 91")
  void linksCarryNoSession() throws Exception {
    when(response.encodeURL("/next")).thenReturn("/next;jsessionid=1");
    inside(
        (req, res) -> {
          assertEquals("/next", res.encodeURL("/next"));
          assertEquals("/next", res.encodeRedirectURL("/next"));
        });
  }

  @Test
  @DisplayName("case 121")
  void blockingAddsNoExpires() throws Exception {
    inside((req, res) -> res.addCookie(new Cookie("_ga", "1")));
    verify(response, never()).addHeader(org.mockito.ArgumentMatchers.eq("Expires"), anyString());
    verify(response, never()).setHeader(org.mockito.ArgumentMatchers.eq("Expires"), anyString());
  }
}
