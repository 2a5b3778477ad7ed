package io.github.consentgateway.demo.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a window, in a fresh profile that its driver makes and removes. Both
 * programs are named, so that Selenium looks for neither, here or on the network.
 */
final class ChromiumBrowser implements Browser {
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final String PROGRAM = "/usr/bin/chromium";
  private static final int NEVER = 2;
  private static final String LEFT = "does not belong to the document";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Demonstration shop;
  private final ChromeDriver driver;

  private ChromiumBrowser(Demonstration shop, ChromeOptions options) {
    this.shop = shop;
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withSilent(true)
                .build(),
            options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE);
  }

  static ChromiumBrowser withScripts(Demonstration shop) {
    return new ChromiumBrowser(shop, options());
  }

  static ChromiumBrowser withoutScripts(Demonstration shop) {
    ChromeOptions options = options();
    options.setExperimentalOption(
        "prefs", Map.of("profile.managed_default_content_settings.javascript", NEVER));
    return new ChromiumBrowser(shop, options);
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en");
    return options;
  }

  @Override
  public void open(String path) {
    driver.get(shop.at(path));
  }

  @Override
  public void press(String choice) {
    submit("button[name=choice][value=" + choice + "]:not([hidden])");
  }

  @Override
  public void toggle(String purpose) {
    element("input[name=purpose][value=" + purpose + "]").click();
  }

  @Override
  public void withdraw() {
    open("/consent");
    submit("form[action$='/withdraw'] button");
  }

  /**
   * A click may return before the browser has the answer: the old page must be gone. While it goes,
   * the driver may already miss the button, and says so in its own words.
   */
  private void submit(String selector) {
    WebElement button = element(selector);
    try {
      button.click();
    } catch (WebDriverException e) {
      if (!String.valueOf(e.getMessage()).contains(LEFT)) {
        throw e;
      }
    }
    new WebDriverWait(driver, PATIENCE)
        .ignoring(WebDriverException.class)
        .until(ExpectedConditions.stalenessOf(button));
  }

  private WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  boolean shows(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  /** Makes the screen as wide and high as a visitor's may be, in its colours. */
  void screen(int width, int height, String colours) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  /** What a script of ours finds out about the page. */
  String find(String script) {
    return String.valueOf(driver.executeScript("return " + script));
  }

  /** Presses the button that {@code selector} names, on the page that is open. */
  void pressOn(String selector) {
    submit(selector);
  }

  /** Keeps a picture of the screen, to be looked at. */
  void picture(String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the browser runs the scripts of a page. */
  boolean runsScripts() {
    driver.get("data:text/html,<title>off</title><script>document.title = 'on'</script>");
    return "on".equals(driver.getTitle());
  }

  /** Lets the page write a cookie, as a tag of a third party would. */
  void write(String cookie) {
    driver.executeScript("document.cookie = arguments[0]", cookie);
  }

  /** What a script on this page can read. */
  String readByScript() {
    return String.valueOf(driver.executeScript("return document.cookie"));
  }

  /** Through the developer tools: HttpOnly cookies and those of other sites are among them. */
  @Override
  public Jar jar() {
    Object cookies = driver.executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
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
    return driver.findElements(By.cssSelector(row)).stream()
        .map(WebElement::getText)
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
