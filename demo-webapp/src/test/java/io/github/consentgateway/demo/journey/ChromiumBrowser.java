package io.github.consentgateway.demo.journey;

import io.github.consentgateway.demo.browser.Chromium;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A visitor of the shop who uses Chromium. */
final class ChromiumBrowser implements Browser {
  private final Demonstration shop;
  private final Chromium chromium;

  private ChromiumBrowser(Demonstration shop, Chromium chromium) {
    this.shop = shop;
    this.chromium = chromium;
  }

  static ChromiumBrowser withScripts(Demonstration shop) {
    return new ChromiumBrowser(shop, Chromium.withScripts());
  }

  static ChromiumBrowser withoutScripts(Demonstration shop) {
    return new ChromiumBrowser(shop, Chromium.withoutScripts());
  }

  @Override
  public void open(String path) {
    chromium.open(shop.at(path));
  }

  /** On a page of the shop a script sends the form; the gateway's own pages are left by it. */
  @Override
  public void press(String choice) {
    chromium.leaveBy("button[name=choice][value=" + choice + "]:not([hidden])");
  }

  @Override
  public void toggle(String purpose) {
    chromium.element("input[name=purpose][value=" + purpose + "]").click();
  }

  @Override
  public void withdraw() {
    open("/consent");
    chromium.leaveBy("form[action$='/withdraw'] button");
  }

  boolean shows(String selector) {
    return chromium.has(selector);
  }

  /** Makes the screen as wide and high as a visitor's may be, in its colours. */
  void screen(int width, int height, String colours) {
    chromium.screen(width, height, "prefers-color-scheme", colours);
  }

  /** What a script of ours finds out about the page. */
  String find(String script) {
    return chromium.find(script);
  }

  /** Presses the button that {@code selector} names, on the page that is open. */
  void pressOn(String selector) {
    chromium.leaveBy(selector);
  }

  /** Keeps a picture of the screen, to be looked at. */
  void picture(String name) {
    chromium.picture(name);
  }

  /** Whether the browser runs the scripts of a page. */
  boolean runsScripts() {
    chromium.open("data:text/html,<title>off</title><script>document.title = 'on'</script>");
    return "on".equals(chromium.driver().getTitle());
  }

  /** Lets the page write a cookie, as a tag of a third party would. */
  void write(String cookie) {
    chromium.driver().executeScript("document.cookie = arguments[0]", cookie);
  }

  /** What a script on this page can read. */
  String readByScript() {
    return chromium.find("document.cookie");
  }

  /** Through the developer tools: HttpOnly cookies and those of other sites are among them. */
  @Override
  public Jar jar() {
    Object cookies =
        chromium.driver().executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
    return cookies instanceof List<?> list
        ? new Jar(list.stream().map(cookie -> held((Map<?, ?>) cookie)).toList())
        : new Jar(List.of());
  }

  private static Jar.Held held(Map<?, ?> cookie) {
    return new Jar.Held(
        String.valueOf(cookie.get("name")),
        String.valueOf(cookie.get("value")),
        String.valueOf(cookie.get("path")),
        Optional.ofNullable(cookie.get("expires"))
            .map(seconds -> ((Number) seconds).longValue())
            .filter(seconds -> seconds > 0)
            .map(Instant::ofEpochSecond));
  }

  @Override
  public ApplicationView applicationView() {
    open("/en/cookies-lab");
    return new ApplicationView(held("passed"), held("blocked"));
  }

  private Set<String> held(String badge) {
    String row = "[aria-labelledby=held] tr:has(.badge." + badge + ") th";
    return chromium.driver().findElements(By.cssSelector(row)).stream()
        .map(WebElement::getText)
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    chromium.close();
  }
}
