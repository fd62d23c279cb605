package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dashboard in a real Chromium, over the real server. */
class DashboardTest extends DashboardFixture {
    private static final List<String> VIEWS = List.of(
            "overview",
            "fleet",
            "alarms",
            "conflicts",
            "quarantine",
            "products",
            "prices",
            "categories",
            "taxes",
            "import",
            "terminals",
            "users",
            "settings",
            "accounts",
            "acts");

    private static final List<String> WIDEST = List.of("overview", "fleet", "import");

    /** Texts that stand out too little, with how much they do. Whatever is half transparent counts by what shows through; what is disabled may be pale. */
    private static final String PALE =
            """
            (() => {
              const parts = (colour) => [...colour.match(/[\\d.]+/g).map(Number), 1].slice(0, 4);
              const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
              const ground = (element) => {
                if (!element) return [255, 255, 255, 1];
                const own = parts(getComputedStyle(element).backgroundColor);
                return own[3] === 1 ? own : over(own, ground(element.parentElement));
              };
              const light = (colour) => {
                const [r, g, b] = colour.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const pale = [];
              for (const element of document.body.querySelectorAll('*')) {
                const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim();
                if (!text || element.closest(':disabled, option, .unseen') || !element.checkVisibility()) continue;
                const style = getComputedStyle(element);
                const behind = ground(element);
                const ink = over(parts(element.closest('svg') ? style.fill : style.color), behind);
                const [one, other] = [light(ink), light(behind)].sort((a, b) => b - a);
                const ratio = (one + 0.05) / (other + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
                if (ratio < (large ? 3 : 4.5)) pale.push(text.slice(0, 30) + ' ' + ratio.toFixed(2) + ' ' + element.className);
              }
              return [...new Set(pale)];
            })()
            """;

    @Test
    @Tag("A-451")
    void thePageShowsTheDayAndCountsASaleWithoutBeingAsked() {
        String tenant = cloud.newTenant();
        TestTill till = TestShop.fill(cloud, tenant);
        signIn(tenant);
        JsonNode summary = cloud.summary(tenant);
        String receipts = summary.get("sales").asText();
        browser.sees("Net sales today\n" + pounds(summary.get("netMinor").asLong()));
        browser.sees("Receipts\n" + receipts);
        assertTrue(
                browser.value("document.querySelectorAll('.chart rect').length").asInt() > 10);
        browser.sees("Live");

        till.push(till.sale(3));

        browser.sees("Receipts\n" + (Integer.parseInt(receipts) + 1));
        picture("dashboard");
        browser.press("manager@" + tenant);
        browser.press("Sign out");
        browser.sees("First start?");
        assertEquals(
                401,
                browser.value("fetch('/api/v1/admin/session').then(answer => answer.status)")
                        .asInt());
        browser.complaints();
    }

    @Test
    @Tag("A-458")
    void whoHasTheWrongPasswordStaysOutside() {
        String tenant = cloud.newTenant();
        TestShop.account(cloud, tenant);
        browser.forget(cloud.uri("/").resolve("/"));
        front();
        browser.type("Account", "manager@" + tenant);
        browser.type("Password", "wrong horse battery");
        browser.press("Sign in");
        assertTrue(browser.value(
                        "new Promise(done => { const look = () => { const p = document.querySelector('.problem'); p && !p.hidden"
                                + " ? done(p.textContent.length > 10) : setTimeout(look, 50); }; look(); })")
                .asBoolean());
        assertFalse(browser.text().contains("Overview"));
        browser.complaints();
    }

    @Test
    @Tag("A-456")
    void everyViewFitsAPhoneInEveryLanguageAndNamesItsControls() {
        String tenant = cloud.newTenant();
        TestShop.fill(cloud, tenant);
        signIn(tenant);
        browser.size(390, 844);
        List<String> pale = new ArrayList<>();
        try {
            for (String language : List.of("ru", "uz", "de")) {
                browser.value("localStorage.setItem('outpost-language', '" + language + "')");
                front();
                for (String view : language.equals("de") ? VIEWS : WIDEST) {
                    view(view);
                    assertEquals(
                            390,
                            browser.value("document.documentElement.scrollWidth")
                                    .asInt(),
                            language + " " + view + " is wider than a phone");
                    assertEquals(List.of(), unnamed(), language + " " + view);
                    if (language.equals("de")) {
                        pale.addAll(pale(view));
                    }
                }
            }
            assertEquals(List.of(), pale);
            browser.value("localStorage.setItem('outpost-language', 'en')");
            front();
            view("overview");
            picture("dashboard-phone");
            browser.click(".menu");
            browser.sees("Quarantine");
            quiet();
        } finally {
            browser.size(1280, 800);
        }
    }

    /** Text stands out from what is behind it by 4.5 to 1, large text by 3 to 1 (WCAG 2.2, 1.4.3), in the light and in the dark. */
    private List<String> pale(String view) {
        List<String> pale = new ArrayList<>();
        for (String theme : List.of("dark", "light")) {
            browser.value("document.documentElement.dataset.theme = '" + theme + "'");
            browser.value(PALE).forEach(text -> pale.add(view + ", " + theme + ": " + text.asText()));
        }
        return pale;
    }

    /** What a reader of the screen would call nothing at all. */
    private List<String> unnamed() {
        List<String> unnamed = new ArrayList<>();
        for (JsonNode node : browser.accessible()) {
            String role = node.path("role").path("value").asText();
            boolean control = List.of(
                            "button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "table", "image")
                    .contains(role);
            if (control
                    && !node.path("ignored").asBoolean()
                    && node.path("name").path("value").asText().isBlank()) {
                unnamed.add(role + " " + node.path("backendDOMNodeId"));
            }
        }
        return unnamed;
    }
}
