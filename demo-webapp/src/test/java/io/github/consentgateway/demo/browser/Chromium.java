package io.github.consentgateway.demo.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Chromium without a window, in a fresh profile that its driver makes and removes. Both programs
 * are named, so that Selenium looks for neither, here or on the network.
 */
public final class Chromium implements AutoCloseable {
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final String PROGRAM = "/usr/bin/chromium";
  private static final int NEVER = 2;
  private static final String LEFT = "does not belong to the document";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Chromium(ChromeOptions options) {
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

  /** A browser as most visitors have it. */
  public static Chromium withScripts() {
    return new Chromium(options());
  }

  /** The browser of a visitor who has switched scripts off. */
  public static Chromium withoutScripts() {
    ChromeOptions options = options();
    options.setExperimentalOption(
        "prefs", Map.of("profile.managed_default_content_settings.javascript", NEVER));
    return new Chromium(options);
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
        "--hide-scrollbars",
        "--lang=en");
    return options;
  }

  /** What drives it, for what is not here. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Goes to an address. */
  public void open(String address) {
    driver.get(address);
    // The driver comes back before the page is there, now and then.
    await("document.readyState == 'complete' && location.href != 'about:blank'");
  }

  /**
   * Makes the screen so wide and high, in CSS pixels, with these pairs of media feature and value.
   */
  public void screen(int width, int height, String... features) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    List<Map<String, String>> all = new ArrayList<>();
    for (int i = 0; i < features.length; i += 2) {
      all.add(Map.of("name", features[i], "value", features[i + 1]));
    }
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", all));
  }

  /** What an expression yields on the page that is open, as text. */
  public String find(String expression) {
    return String.valueOf(driver.executeScript("return " + expression));
  }

  /** Runs a script at the beginning of every page from now on. */
  public void beforeEachPage(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** The first element that a selector finds. */
  public WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Whether a selector finds anything. */
  public boolean has(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  /**
   * Presses a button that leads to another page, and waits until the old one is gone. While it
   * goes, the driver may already miss the button, and says so in its own words.
   */
  public void leaveBy(String selector) {
    WebElement button = element(selector);
    try {
      button.click();
    } catch (WebDriverException e) {
      if (!String.valueOf(e.getMessage()).contains(LEFT)) {
        throw e;
      }
    }
    waiting().until(ExpectedConditions.stalenessOf(button));
  }

  /** Waits until an expression is true on the page. */
  public void await(String expression) {
    waiting().until(any -> find(expression).equals("true"));
  }

  /** Waits until a selector finds nothing any more; works where pages run no scripts, too. */
  public void awaitGone(String selector) {
    waiting().until(any -> !has(selector));
  }

  private WebDriverWait waiting() {
    WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
    wait.pollingEvery(Duration.ofMillis(20)).ignoring(WebDriverException.class);
    return wait;
  }

  /** Keeps a picture of the screen, to be looked at. */
  public void picture(String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
