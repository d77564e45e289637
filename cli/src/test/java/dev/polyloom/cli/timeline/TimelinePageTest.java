package dev.polyloom.cli.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polyloom.ItemResult;
import dev.polyloom.Progress;
import dev.polyloom.ScopeEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The page in a real browser. */
@Timeout(120)
class TimelinePageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 100_000})
    void page_drawsEveryItem(int items) throws Exception {
        Path page = page(items, "item ");

        inBrowser(
                page,
                browser -> {
                    awaitReady(browser, items);
                    assertThat(browser.findElement(By.cssSelector(".facts")).getText())
                            .contains("items", "failed", "parallelism");
                    assertThat(paintedPixels(browser)).isGreaterThan(100);
                    assertThat(browser.manage().logs().get(LogType.BROWSER)).isEmpty();
                });
    }

    @Test
    void items_areShownByPointer() throws Exception {
        Timeline timeline = new Timeline("Work::twice");
        Duration minute = Duration.ofMinutes(1);
        timeline.item(
                new ItemResult<>(0, "wide", "r", null, "worker-1", Instant.now(), minute),
                new Progress(1, 0, 0, OptionalLong.of(1), minute));
        Path page = folder.resolve("page.html");
        timeline.write(page, "threads", 1);

        inBrowser(
                page,
                browser -> {
                    awaitReady(browser, 1);
                    WebElement lanes = browser.findElement(By.id("lanes"));
                    new Actions(browser).moveToElement(lanes).perform();
                    await().until(() -> browser.findElement(By.id("tip")).isDisplayed());
                    assertThat(browser.findElement(By.id("tip")).getText())
                            .contains("Item: wide", "Worker: worker-1", "Took: 60 s");
                    assertThat(isWhollySeen(browser, "tip")).isTrue();
                    new Actions(browser).click(lanes).perform();
                    assertThat(detail(browser)).contains("wide", "done");
                });
    }

    @Test
    void items_areShownByKeys() throws Exception {
        Path page = page(10, "item ");

        inBrowser(
                page,
                browser -> {
                    awaitReady(browser, 10);
                    WebElement lanes = browser.findElement(By.id("lanes"));
                    lanes.sendKeys("n");
                    assertThat(detail(browser)).contains("IllegalStateException", "item 7");
                    lanes.sendKeys(Keys.ARROW_RIGHT);
                    assertThat(detail(browser)).contains("item 9");
                    browser.findElement(By.id("find")).sendKeys("item 3");
                    assertThat(detail(browser)).contains("item 3", "worker-2");
                });
    }

    @Test
    void hostileItems_areTextAndNothingElse() throws Exception {
        String hostile =
                "</script><script>document.title='owned'</script>"
                        + "<img src=x onerror=\"document.title='owned'\">\u2028'\"&@DATA@";
        Path page = page(10, hostile);

        inBrowser(
                page,
                browser -> {
                    awaitReady(browser, 10);
                    browser.findElement(By.id("lanes")).sendKeys("n");
                    assertThat(detail(browser)).contains("</script><script>", "@DATA@");
                    assertThat(browser.getTitle()).isEqualTo("Work::twice · Polyloom timeline");
                    assertThat(browser.findElements(By.tagName("img"))).isEmpty();
                });
    }

    @Test
    void page_takesNothingFromElsewhere() throws Exception {
        String page = Files.readString(page(10, "item "));

        assertThat(page).contains("default-src 'none'").doesNotContain("http://", "https://");
        assertThat(page).doesNotContain("src=", "href=", "@import", "url(");
    }

    @Test
    void longRuns_keepABoundedNumberOfBarsAndSaySo() throws Exception {
        Timeline timeline = new Timeline("long", 1000, 10);
        record(timeline, 20_000, "item ");
        Path page = folder.resolve("long.html");
        timeline.write(page, "threads", 2);

        assertThat(page).content().contains("items not drawn", "20\u202f000");
        assertThat(Files.size(page)).isLessThan(200_000);
    }

    private Path page(int items, String text) throws Exception {
        Timeline timeline = new Timeline("Work::twice");
        record(timeline, items, text);
        Path page = folder.resolve("page.html");
        timeline.write(page, "processes", 2);
        return page;
    }

    private static void record(Timeline timeline, int items, String text) {
        Instant start = Instant.now();
        timeline.scopeEvent(new ScopeEvent.WorkerStarted("s", start, "worker-1", 41));
        timeline.scopeEvent(new ScopeEvent.WorkerStarted("s", start, "worker-2", 42));
        long failed = 0;
        for (int i = 0; i < items; i++) {
            boolean fails = i % 1000 == 7;
            failed += fails ? 1 : 0;
            timeline.item(
                    new ItemResult<>(
                            i,
                            text + i,
                            fails ? null : "r",
                            failure(fails),
                            "worker-" + (i % 2 + 1),
                            start.plusNanos(i / 2 * 1_000_000L),
                            Duration.ofNanos(900_000)),
                    new Progress(i + 1, failed, 0, OptionalLong.of(items), Duration.ofMillis(i)));
        }
        timeline.scopeEvent(
                new ScopeEvent.WorkerEnded("s", start, "worker-2", 42, "killed", false));
    }

    private static @Nullable Throwable failure(boolean fails) {
        return fails ? new IllegalStateException("bad") : null;
    }

    private static void awaitReady(ChromeDriver browser, int items) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        ("" + items)
                                .equals(
                                        browser.findElement(By.tagName("html"))
                                                .getDomAttribute("data-ready")));
    }

    private static boolean isWhollySeen(ChromeDriver browser, String id) {
        Object seen =
                browser.executeScript(
                        """
                        const element = document.getElementById(arguments[0]);
                        element.style.pointerEvents = 'auto';
                        const box = element.getBoundingClientRect();
                        const corners = [[box.left + 9, box.top + 9], [box.right - 9, box.bottom - 9]];
                        const seen = corners.every(([x, y]) => document.elementFromPoint(x, y) === element);
                        element.style.pointerEvents = '';
                        return seen;
                        """,
                        id);
        return Boolean.TRUE.equals(seen);
    }

    private static String detail(ChromeDriver browser) {
        return browser.findElement(By.id("detail")).getText();
    }

    private static long paintedPixels(ChromeDriver browser) {
        Object painted =
                browser.executeAsyncScript(
                        """
                        const done = arguments[0];
                        requestAnimationFrame(() => requestAnimationFrame(() => {
                          const canvas = document.getElementById('lanes');
                          const pixels = canvas.getContext('2d')
                              .getImageData(120, 0, canvas.width - 120, canvas.height).data;
                          let blue = 0;
                          for (let i = 0; i < pixels.length; i += 4) {
                            if (pixels[i + 3] > 0 && pixels[i + 2] > pixels[i] + 40) blue++;
                          }
                          done(blue);
                        }));
                        """);
        return ((Number) java.util.Objects.requireNonNull(painted)).longValue();
    }

    /** What is done with a page. */
    private interface Visit {
        void with(ChromeDriver browser) throws Exception;
    }

    private void inBrowser(Path page, Visit visit) throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "no browser: run scripts/install-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,900",
                "--user-data-dir=" + folder.resolve("browser"));
        var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile());
        ChromeDriver browser = new ChromeDriver(service.build(), options);
        try {
            browser.get(page.toUri().toString());
            visit.with(browser);
        } finally {
            browser.quit();
        }
    }
}
