package com.heyi.testing;

import com.heyi.shared.text.Texts;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person at a browser of his own: a real Chromium, simplified Chinese, 1440 by 900. Closing it
 * fails the test when a page has complained on the console, broken its content security policy or
 * been answered with a server's error.
 */
public final class Desk implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 90_000;
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static Playwright playwright;
  private static Browser browser;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  private Desk() {
    context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("zh-CN")
                    .setTimezoneId("Asia/Shanghai")
                    .setViewportSize(1440, 900));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(this::heard);
    page.onPageError(error -> complaints.add("script error: " + error));
    page.onResponse(this::answered);
  }

  /** A browser that nobody has signed in with. */
  public static Desk empty() {
    return new Desk();
  }

  /** A browser in which this demo user has signed in at Keycloak and sees the first page. */
  public static Desk of(String user) {
    Desk desk = new Desk();
    desk.open("/");
    desk.signIn(user);
    return desk;
  }

  /** Fills in the form of Keycloak that is open. */
  public void signIn(String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill(RunningHeyi.get().realm().password(user));
    page.locator("#kc-login").click();
    page.locator("nav#menu").waitFor();
  }

  public Page page() {
    return page;
  }

  /** Goes to a path of the application. */
  public Response open(String path) {
    return page.navigate(RunningHeyi.get().at(path).toString());
  }

  /** Goes to a path that this person may not see; being refused is no complaint then. */
  public int statusOf(String path) {
    refused.add(RunningHeyi.get().at(path).toString());
    return open(path).status();
  }

  /** From here on it is no complaint that requests to this path fail or are refused. */
  public void expectFailures(String path) {
    refused.add(RunningHeyi.get().at(path).toString());
  }

  /** The text of a key as this person reads it. */
  public static String text(String key) {
    return Texts.get(Texts.DEFAULT, key);
  }

  /** The button with the text of this key; by text, for its icon is part of its name. */
  public Locator button(String key) {
    return page.locator("main button")
        .filter(new Locator.FilterOptions().setHasText(text(key)))
        .first();
  }

  /** The input of a field by its form and name. */
  public Locator field(String form, String name) {
    Locator number = page.locator(id(form, name + "_input"));
    return number.count() == 1 ? number : page.locator(id(form, name));
  }

  public void fill(String form, String name, String value) {
    field(form, name).fill(value);
  }

  /** Types as a person does, for fields that format what is typed. */
  public void type(String form, String name, String value) {
    Locator input = field(form, name);
    input.click();
    input.press("Control+A");
    input.pressSequentially(value);
    input.press("Tab");
  }

  /** Chooses an option of a menu. */
  public void choose(String form, String name, Enum<?> option) {
    choose(form, name, Texts.of(Texts.DEFAULT, option));
  }

  /** Chooses the first option of a menu that has this in its text. */
  public void choose(String form, String name, String text) {
    page.locator(id(form, name)).click();
    Locator panel = page.locator(".ui-selectonemenu-panel:visible");
    panel.locator("li").filter(new Locator.FilterOptions().setHasText(text)).first().click();
    panel.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
  }

  /** Picks a radio button by its place, 0 being the first. */
  public void pick(String form, String name, int place) {
    page.locator(id(form, name) + " .ui-radiobutton-box").nth(place).click();
  }

  public void click(String form, String name) {
    page.locator(id(form, name)).click();
  }

  /** Waits until something that this selector finds has a text. */
  public void awaitText(String selector, String text) {
    Locator found = page.locator(selector);
    try {
      found.filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
    } catch (TimeoutError late) {
      throw new AssertionError(
          "no \"%s\" in %s at %s, but %s; the page: %s"
              .formatted(
                  text,
                  selector,
                  page.url(),
                  found.allInnerTexts(),
                  page.locator("body").innerText()),
          late);
    }
  }

  /** Waits until the address is one with this path. */
  public void awaitPath(String path) {
    page.waitForURL(Pattern.compile(Pattern.quote(path)));
  }

  /** Waits until a page of the application with this path is shown. */
  public void awaitPage(String path) {
    awaitPath(path);
    page.locator("main h1").waitFor();
  }

  /** Keeps a picture of the whole page. */
  public void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** What the pages have complained of so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
    if (!complaints.isEmpty()) {
      throw new AssertionError("the pages complained: " + String.join("\n", complaints));
    }
  }

  /** Closes the browser for all. */
  static synchronized void closeBrowser() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
      browser = null;
    }
  }

  private static String id(String form, String name) {
    return "[id='" + form + ":" + name + "']";
  }

  private void heard(ConsoleMessage message) {
    boolean refusal =
        refused.stream().anyMatch(message.location()::startsWith)
            && message.text().contains("Failed to load resource");
    if ("error".equals(message.type()) && !refusal) {
      complaints.add(message.text() + " (" + message.location() + ", at " + page.url() + ")");
    }
  }

  private void answered(Response response) {
    if (response.status() >= 500 && refused.stream().noneMatch(response.url()::startsWith)) {
      complaints.add(response.status() + " from " + response.url());
    }
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium())
                      .setHeadless(true)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
    }
    return browser;
  }

  private static Path chromium() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "the tests of the pages need a Chromium on the PATH; ./heyi test installs it"
                        + " (Debian: apt-get install chromium)"));
  }
}
