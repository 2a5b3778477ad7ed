package io.github.consentgateway.servlet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The settings as text: each is known, told in the README, and reaches the gateway. */
class InitParamsTest {

  @TempDir private Path directory;

  private final ServletContext context = mock(ServletContext.class);

  private Map<String, String> with(String name, String value) {
    Map<String, String> params = new HashMap<>(WebApps.settings(directory));
    params.put(name, value);
    return params;
  }

  private FilterConfig config(Map<String, String> params) {
    FilterConfig config = mock(FilterConfig.class);
    when(config.getInitParameterNames())
        .thenAnswer(call -> Collections.enumeration(params.keySet()));
    when(config.getInitParameter(anyString()))
        .thenAnswer(call -> params.get(call.<String>getArgument(0)));
    when(config.getServletContext()).thenReturn(context);
    return config;
  }

  private ConsentGateway gateway(Map<String, String> params) throws ServletException {
    return InitParams.gateway(config(params));
  }

  private static Set<String> offered(ServletException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return new TreeSet<>(
        List.of(message.replaceAll(".*known are ", "").replaceAll("[\\[\\]]", "").split(", ")));
  }

  /** The README's table of settings: the names, and the default beside them. */
  private static Map<String, String> readme() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    Pattern row = Pattern.compile("\\|[^|]+\\| `(\\w+)`, `consent\\.\\1`[^|]*\\| ([^|]+) \\|");
    for (String line : Files.readAllLines(Path.of("..", "README.md"))) {
      Matcher matcher = row.matcher(line);
      if (matcher.matches()) {
        settings.put(matcher.group(1), matcher.group(2));
      }
    }
    return settings;
  }

  @Test
  void readmeTellsEveryInitParam() throws IOException {
    ServletException refusal = assertThrows(ServletException.class, () -> gateway(with("x", "y")));

    assertEquals(readme().keySet(), offered(refusal));
  }

  @Test
  @DisplayName(
      "a context-param is an init-param with consent. before it, and there is consent.filter")
  void contextParamsAreTheSame() throws IOException {
    when(context.getInitParameterNames())
        .thenAnswer(call -> Collections.enumeration(List.of("consent.x", "other")));
    ServletException refusal =
        assertThrows(ServletException.class, () -> InitParams.refuseUnknown(context));
    Set<String> expected = new TreeSet<>(readme().keySet());
    expected.add("filter");

    assertEquals(expected, offered(refusal));
    List<String> ours = expected.stream().map(name -> "consent." + name).toList();
    when(context.getInitParameterNames()).thenAnswer(call -> Collections.enumeration(ours));
    assertDoesNotThrow(() -> InitParams.refuseUnknown(context));
  }

  @Test
  @DisplayName("every init-param but config has the name of the builder's method")
  void buildersSettingsHaveTheSameNames() throws IOException {
    Set<String> methods =
        Stream.of(ConsentGatewayBuilder.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    Set<String> names = new TreeSet<>(readme().keySet());
    names.remove("config"); // the builder's policy, which may also be an object

    assertTrue(methods.containsAll(names), names::toString);
  }

  @Test
  @DisplayName("TL-07, TL-12: the traffic log by init-params: files, time, proxies, patterns")
  void trafficLogIsSet() throws Exception {
    Map<String, String> params = with("traffic", directory.resolve("log").toString());
    params.put("trafficKeptFor", "P1M");
    params.put("trustedProxies", "X-Forwarded-For: 192.0.2.0/24 , 2001:db8::1");
    params.put("routes", "/orders/{id},\n  /orders");
    gateway(params).close();

    assertTrue(Files.isDirectory(directory.resolve("log")));
  }

  /** Names of a container that has one database. */
  @SuppressWarnings("BanJNDI")
  public static final class Names implements InitialContextFactory {
    static final SQLiteDataSource DATABASE = new SQLiteDataSource();

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
      Context names = mock(Context.class);
      when(names.lookup(anyString())).thenThrow(new NameNotFoundException());
      doReturn(DATABASE).when(names).lookup("java:comp/env/jdbc/shop");
      doReturn("a text").when(names).lookup("java:comp/env/text");
      return names;
    }
  }

  @Test
  @DisplayName(
      "a ledger is looked up by its JNDI name; what is not there, or none, stops the start")
  void looksTheLedgerUp() throws Exception {
    Names.DATABASE.setUrl("jdbc:sqlite:" + directory.resolve("shop.db"));
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    try {
      gateway(with("ledger", "java:comp/env/jdbc/shop")).close();
      assertTrue(Files.exists(directory.resolve("shop.db")));
      assertTrue(Files.notExists(directory.resolve("consent-ledger.db")));
      assertTrue(refusal(with("ledger", "java:comp/env/text")).contains("is no DataSource"));
      assertTrue(refusal(with("ledger", "java:none")).contains("there is no 'java:none'"));
      assertTrue(refusal(with("ledger", "ldap://x/y")).contains("'ldap://x/y'; the JNDI name"));
    } finally {
      System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
  }

  @Test
  @DisplayName("defaults as the README tells them")
  void listsAllDefaults() throws Exception {
    assertEquals(
        Map.of(
            "config", "`consent.yaml`",
            "data", "none: required",
            "site", "the policy's",
            "base", "`/consent`",
            "ledger", "`consent-ledger.db` in the data directory, with `org.xerial:sqlite-jdbc`",
            "traffic", "none",
            "trafficKeptFor", "`P6M`",
            "shareTrafficKeys", "`false`",
            "trustedProxies", "nobody's",
            "routes", "the container's mapping"),
        readme());
    assertTrue(refusal(Map.of("data", directory.toString())).contains("'consent.yaml'"));
    assertTrue(
        refusal(Map.of("config", "example-consent.yaml")).contains("data: no directory is set"));
    try (ConsentGateway gateway = gateway(WebApps.settings(directory))) {
      assertEquals("https://www.example.fr", gateway.policy().site());
    }
    assertTrue(page(WebApps.settings(directory), "/shop/consent"));
  }

  private String refusal(Map<String, String> params) {
    return String.valueOf(assertThrows(Exception.class, () -> gateway(params)).getMessage());
  }

  /** Whether our page is at the path, in a real container. */
  private static boolean page(Map<String, String> params, String path) throws Exception {
    try (WebApps app = new WebApps(new HttpServlet() {}).declared(params).start()) {
      return app.get(path).body().contains("action=\"" + path + "\"");
    }
  }

  @Test
  void configNamesThePolicy() throws ServletException {
    try (ConsentGateway gateway = gateway(with("config", "containers/consent.yaml"))) {
      assertEquals(List.of("en"), gateway.policy().languages());
    }
  }

  @Test
  void dataNamesTheDirectoryOfTheKeys() throws ServletException {
    Path other = directory.resolve("other");
    try (ConsentGateway gateway = gateway(with("data", other.toString()))) {
      assertTrue(Files.exists(other.resolve("consent-keys.json")), gateway::toString);
    }
  }

  @Test
  void siteNamesTheOrigin() throws ServletException {
    try (ConsentGateway gateway = gateway(with("site", "http://localhost:9"))) {
      assertEquals("http://localhost:9", gateway.policy().site());
    }
  }

  @Test
  void baseNamesThePathOfThePages() throws Exception {
    Map<String, String> moved = with("base", "/privacy/choice");

    assertTrue(page(moved, "/shop/privacy/choice"));
    assertFalse(page(moved, "/shop/consent"));
  }
}
