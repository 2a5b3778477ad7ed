package io.github.consentgateway.demo.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.htmlunit.BrowserVersion;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;
import org.htmlunit.util.WebConnectionWrapper;

/** HtmlUnit with scripts turned off: links, forms, redirects, a cookie jar. */
final class ScriptlessBrowser implements Browser {
  private final Demonstration shop;
  private final WebClient client = new WebClient(BrowserVersion.CHROME);
  private final List<WebResponse> exchanges = new ArrayList<>();

  ScriptlessBrowser(Demonstration shop) {
    this.shop = shop;
    client.getOptions().setJavaScriptEnabled(false);
    client.getOptions().setCssEnabled(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    client.getCache().setMaxSize(0);
    client.setWebConnection(new Wire(client));
  }

  /** Notes what goes over the wire. */
  private final class Wire extends WebConnectionWrapper {
    Wire(WebClient client) {
      super(client.getWebConnection());
    }

    @Override
    public WebResponse getResponse(WebRequest request) throws IOException {
      WebResponse response = super.getResponse(request);
      exchanges.add(response);
      return response;
    }
  }

  @Override
  public void open(String path) {
    load(request(path));
  }

  /** Goes to {@code path} by a link on another site. */
  void openFrom(String referrer, String path) {
    WebRequest request = request(path);
    request.setAdditionalHeader("Referer", referrer);
    request.setAdditionalHeader("Sec-Fetch-Site", "cross-site");
    load(request);
  }

  private WebRequest request(String path) {
    try {
      return new WebRequest(URI.create(shop.at(path)).toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(WebRequest request) {
    try {
      client.getPage(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last answer. */
  WebResponse answer() {
    return exchanges.get(exchanges.size() - 1);
  }

  /** How often the browser has asked the server, redirects counted. */
  int exchanges() {
    return exchanges.size();
  }

  /** The names of all cookies in all answers so far, kept by the browser or not. */
  Set<String> offered() {
    return exchanges.stream()
        .flatMap(answer -> answer.getResponseHeaders().stream())
        .filter(field -> field.getName().equalsIgnoreCase("Set-Cookie"))
        .map(field -> field.getValue().split("=", 2)[0])
        .map(name -> name.startsWith(Cookies.SINCE) ? Cookies.SINCE : name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The page in the window, which must be one. */
  HtmlPage page() {
    Page page = client.getCurrentWindow().getEnclosedPage();
    if (page instanceof HtmlPage html) {
      return html;
    }
    throw new IllegalStateException("no page at " + page.getUrl());
  }

  @Override
  public void press(String choice) {
    click("button[name=choice][value=" + choice + "]:not([hidden])");
  }

  @Override
  public void toggle(String purpose) {
    click("input[name=purpose][value=" + purpose + "]");
  }

  @Override
  public void withdraw() {
    open("/consent");
    click("form[action$='/withdraw'] button");
  }

  /** Clicks what {@code selector} finds first. */
  void click(String selector) {
    try {
      element(selector).click();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types into a field. */
  void fill(String selector, String text) {
    ((HtmlInput) element(selector)).setValue(text);
  }

  private DomElement element(String selector) {
    DomElement found = page().querySelector(selector);
    if (found == null) {
      throw new IllegalStateException("no " + selector + " at " + page().getUrl());
    }
    return found;
  }

  @Override
  public Jar jar() {
    return new Jar(
        client.getCookieManager().getCookies().stream().map(ScriptlessBrowser::held).toList());
  }

  private static Jar.Held held(Cookie cookie) {
    Optional<Date> expires = Optional.ofNullable(cookie.getExpires());
    return new Jar.Held(
        cookie.getName(), cookie.getValue(), cookie.getPath(), expires.map(Date::toInstant));
  }

  /** Puts cookies back that an earlier jar held. */
  void putBack(Jar old, Set<String> names) {
    old.cookies().stream()
        .filter(held -> names.contains(held.name()))
        .map(held -> new Cookie("localhost", held.name(), held.value(), held.path(), null, false))
        .forEach(client.getCookieManager()::addCookie);
  }

  /** Forgets what a browser forgets when it is closed. */
  void restart() {
    client.getCookieManager().getCookies().stream()
        .filter(cookie -> cookie.getExpires() == null)
        .forEach(client.getCookieManager()::removeCookie);
  }

  @Override
  public ApplicationView applicationView() {
    open("/en/cookies-lab");
    return new ApplicationView(held("passed"), held("blocked"));
  }

  private Set<String> held(String badge) {
    return page().querySelectorAll("[aria-labelledby=held] tr").stream()
        .filter(row -> row.querySelector(".badge." + badge) != null)
        .map(row -> row.querySelector("th").getTextContent().strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    client.close();
  }
}
