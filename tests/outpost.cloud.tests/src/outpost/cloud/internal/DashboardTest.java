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
                }
            }
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
