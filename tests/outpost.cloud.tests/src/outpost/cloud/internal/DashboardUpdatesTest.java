package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard's page of updates in a real Chromium, over the real server. */
class DashboardUpdatesTest extends OnOneCloud {
    @TempDir
    static Path profile;

    @Override
    boolean alone() {
        return true;
    }

    @Test
    @Tag("A-960")
    @Tag("A-964")
    void anOperatorGivesAReleaseToARingSeesWhichTillRunsItAndHaltsIt() throws IOException {
        TestTill till = TestTill.inNewTenant(cloud);
        TestReleases.upload(cloud, TestReleases.zip(TestReleases.of(7, new byte[] {1})))
                .ok();
        till.report(TestShop.report(cloud, 0, 0, Optional.empty()));
        try (Chromium browser = new Chromium(profile, 1280, 900)) {
            browser.clock(cloud.clock().instant());
            signIn(browser, till.tenant());
            updates(browser);
            browser.sees("Nothing yet");
            browser.value("(() => { const ring = document.querySelector('select[aria-label^=\"Ring ·\"]');"
                    + " ring.value = 'pilot'; ring.dispatchEvent(new Event('change')); })()");
            browser.sees("Saved");

            browser.click("[aria-label='Promote · Pilot']");
            browser.sees("Promote to the ring “Pilot”");
            browser.press("Promote");
            browser.sees("0 of 1");
            browser.sees("Not yet updated");
            assertEquals("pilot 7 false", given());

            till.report(TestShop.report(cloud, 0, 0, Optional.of("1.7 (release 7)")));
            updates(browser);
            browser.sees("1 of 1");
            browser.sees("Up to date");
            picture(browser);

            browser.click("[aria-label='Halt · Pilot']");
            browser.sees("gets nothing until the next promotion");
            browser.press("Halt");
            browser.sees("Halted");
            assertEquals("pilot 7 true", given());
            fitsAPhone(browser);
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static void fitsAPhone(Chromium browser) {
        browser.size(390, 844);
        for (String language : List.of("de", "ru", "uz")) {
            browser.value("(() => { const all = document.querySelector('select:has(option[value=uz])'); all.value = '"
                    + language + "'; all.dispatchEvent(new Event('change')); })()");
            browser.waitFor("document.documentElement.lang === '" + language + "'");
            updates(browser);
            assertEquals(
                    390,
                    browser.value("document.documentElement.scrollWidth").asInt(),
                    language + " is wider than a phone");
        }
    }

    private void signIn(Chromium browser, String tenant) {
        URI front = cloud.uri("/").resolve("/");
        browser.open(front);
        browser.sees("First start?");
        browser.value("localStorage.setItem('outpost-tenant', '" + tenant + "')");
        browser.press("First start? Use the token");
        browser.type("Content of admin.token", cloud.adminToken());
        browser.press("Sign in");
        browser.sees("Overview");
        // Whoever is not signed in is told so in red.
        browser.complaints();
    }

    private static void updates(Chromium browser) {
        browser.value("location.hash = 'fleet'");
        browser.waitFor("!document.querySelector('main [aria-busy]') && document.querySelector('main .view.fleet')");
        browser.value("location.hash = 'updates'");
        browser.waitFor("!document.querySelector('main [aria-busy]') && document.querySelector('main .view.updates')");
    }

    private String given() {
        var channel =
                cloud.admin("GET", "updates", "").ok().json().get("channels").get(0);
        return channel.get("channel").asText() + " " + channel.get("number") + " " + channel.get("halted");
    }

    /** Keeps a picture where the property {@code outpost.pictures} names a folder: how the pictures in the docs are made. */
    private static void picture(Chromium browser) throws IOException {
        String folder = System.getProperty("outpost.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, "dashboard-updates.png"), browser.picture());
        }
    }
}
