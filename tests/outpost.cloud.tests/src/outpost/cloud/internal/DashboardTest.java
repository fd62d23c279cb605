package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outpost.cloud.internal.Shelf.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.cloud.internal.watch.AlarmKind;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductField;

/** The dashboard in a real Chromium, over the real server. */
class DashboardTest extends OnOneCloud {
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

    @TempDir
    static Path profile;

    private static Chromium browser;

    @Override
    boolean alone() {
        return true;
    }

    @BeforeAll
    void open() {
        TestShop.go(cloud, TestShop.EVENING);
        browser = new Chromium(profile, 1280, 800);
        browser.clock(TestShop.EVENING);
    }

    @AfterAll
    void shut() {
        browser.close();
    }

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
    @Tag("A-732")
    void aProductGetsAPriceInOneBranchAndLosesItAgain() {
        String tenant = cloud.newTenant();
        cloud.admin(
                        "PUT",
                        "catalog/product/P1?tenant=" + tenant,
                        "{\"name\":\"Green tea\",\"codes\":[\"96385074\"],\"priceMinor\":250,\"priceDerived\":false}")
                .ok();
        signIn(tenant);
        view("prices");
        browser.sees("Every product costs here what it costs elsewhere");
        browser.press("New price");
        browser.type("Search by name or code", "green");
        browser.value("new Promise(done => { const look = () => document.querySelector('dialog select option')"
                + " ? done(true) : setTimeout(look, 50); look(); })");
        browser.type("Price here (GBP)", "1.99");
        browser.key("Enter", 13);
        browser.sees("£1.99");
        browser.sees("£2.50");

        browser.press("Green tea");
        browser.press("As elsewhere");
        browser.value("document.querySelector('dialog:last-of-type footer .danger').click()");

        browser.sees("Every product costs here what it costs elsewhere");
        browser.complaints();
    }

    @Test
    @Tag("A-456")
    void aProductIsMadeFoundChangedAndLookedBackAtByKeyboardAlone() {
        String tenant = cloud.newTenant();
        cloud.admin("PUT", "catalog/tax_rate/standard?tenant=" + tenant, "{\"name\":\"VAT\",\"ratePpm\":200000}");
        signIn(tenant);
        view("products");
        browser.focus("New product");
        browser.key("Enter", 13);
        browser.type("Name", "Café Crème");
        browser.type("Codes", "4006381333931");
        browser.type("Price (GBP)", "6,49");
        browser.key("Enter", 13);
        browser.sees("£6.49");
        assertEquals(
                "New product",
                browser.value("document.activeElement.innerText").asText(),
                "the focus is back where it was");

        browser.type("Search by name or code", "creme");
        browser.sees("Café Crème");
        browser.focus("Café Crème");
        browser.key("Enter", 13);
        browser.type("Price (GBP)", "6.99");
        browser.key("Enter", 13);
        browser.sees("£6.99");
        browser.focus("Café Crème");
        browser.key("Enter", 13);
        browser.press("History");
        browser.sees("£6.49 → £6.99");
        browser.sees("by hand manager@" + tenant);
        browser.key("Escape", 27);
        browser.key("Escape", 27);
        quiet();
    }

    @Test
    @Tag("A-454")
    void anImportIsPreviewedThenDoneAndItsBadRowsAreListed() throws IOException {
        String tenant = cloud.newTenant();
        Path file = Files.writeString(
                profile.resolve("catalog.csv"), "code,name,price\nA1,Apples,1.20\nB2,Bread,2.50\nC3,,0.99\n");
        signIn(tenant);
        view("import");
        browser.sees("Drop a file here");
        browser.choose("input[type=file]", file);
        browser.press("Preview");
        browser.sees("What the import would do");
        browser.sees("Apples");
        browser.sees("the name is missing");
        assertEquals(0, products(tenant).size());

        browser.press("Import");
        browser.sees("Imported");
        assertEquals(List.of("Apples", "Bread"), products(tenant));
        picture("dashboard-import");
        quiet();
    }

    @Test
    @Tag("A-455")
    void aRefusedSaleIsTriedAgainAfterItsCauseIsMended() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestShop.account(cloud, till.tenant());
        till.push(till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR")));
        signIn(till.tenant());
        view("quarantine");
        browser.sees("currency is EUR");
        browser.press("Try again");
        browser.sees("Refused again");
        cloud.admin(
                        "POST",
                        "tenants",
                        "{\"tenantId\":\"" + till.tenant() + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}")
                .ok();
        browser.press("Try again");
        browser.sees("Nothing is in quarantine");
        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
        quiet();
    }

    @Test
    void aPersonDecidesBetweenTwoPrices() {
        Shelf shelf = new Shelf(cloud);
        String tenant = shelf.one.tenant();
        TestShop.account(cloud, tenant);
        long seen = shelf.product("P", "Milk", 199);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(ProductField.PRICE, "249")));
        shelf.push(shelf.two, edit("P", seen, "pos-2", 600, Map.of(ProductField.PRICE, "239")));
        signIn(tenant);
        view("conflicts");
        browser.sees("Milk");
        browser.sees("£2.39");
        picture("dashboard-conflict");
        browser.click(".choice input[value='1']");
        String chosen = browser.value("document.querySelector('.choice:has(:checked) strong').innerText")
                .asText();
        browser.press("Decide");
        browser.sees("Nothing waits for a decision");
        assertEquals(chosen, pounds(shelf.product("P").priceMinor()));
        quiet();
    }

    @Test
    @Tag("A-457")
    void aNewTillGetsACodeThatACameraReads() throws IOException, ReaderException {
        String tenant = cloud.newTenant();
        signIn(tenant);
        view("terminals");
        browser.press("New till");
        browser.type("Name", "Till 1");
        browser.press("Make the code");
        browser.sees("Enrolment of Till 1");
        String link = browser.value("document.querySelector('dialog code.wrap').innerText")
                .asText();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(browser.picture()));
        int[] dots = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), dots);
        Map<DecodeHintType, ?> patiently = Map.of(DecodeHintType.TRY_HARDER, true);
        assertEquals(
                link,
                new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)), patiently)
                        .getText());
        picture("dashboard-enrol");

        String code = browser.value("document.querySelector('dialog code.large').innerText")
                .asText();
        assertEquals(tenant, new TestTill(cloud, code).tenant());
        browser.press("Close");
        view("fleet");
        browser.sees("Till 1");
        quiet();
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

    @Test
    @Tag("A-117")
    void everyLanguageHasEverySentenceWithItsPlaces() throws IOException {
        JsonNode english = messages("en");
        for (AlarmKind kind : AlarmKind.values()) {
            assertTrue(english.has("alarm." + kind.wireName()), kind.wireName());
        }
        for (String language : List.of("de", "ru", "uz")) {
            JsonNode other = messages(language);
            assertEquals(names(english), names(other), language);
            for (String name : names(english)) {
                assertEquals(
                        places(english.get(name).asText()),
                        places(other.get(name).asText()),
                        language + " " + name);
            }
        }
    }

    private static JsonNode messages(String language) throws IOException {
        try (var in =
                CloudServer.class.getResourceAsStream("/outpost/cloud/dashboard/messages-" + language + ".json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class);
        }
    }

    private static TreeSet<String> names(JsonNode messages) {
        TreeSet<String> names = new TreeSet<>();
        messages.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(sentence).results().forEach(found -> places.add(found.group()));
        return places;
    }

    /** What a reader of the screen would call nothing at all. */
    private static List<String> unnamed() {
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

    private List<String> products(String tenant) {
        List<String> names = new ArrayList<>();
        cloud.admin("GET", "catalog/product?tenant=" + tenant, "")
                .ok()
                .json()
                .get("entities")
                .forEach(product -> names.add(Json.read(product.get("body").asText(), JsonNode.class)
                        .get("name")
                        .asText()));
        return names;
    }

    private void front() {
        browser.open(URI.create("about:blank"));
        browser.open(cloud.uri("/").resolve("/"));
    }

    private void signIn(String tenant) {
        TestShop.account(cloud, tenant);
        browser.forget(cloud.uri("/").resolve("/"));
        front();
        browser.sees("First start?");
        browser.complaints();
        browser.type("Account", "manager@" + tenant);
        browser.type("Password", TestShop.PASSWORD);
        browser.press("Sign in");
        browser.sees("Overview");
    }

    private static void view(String name) {
        browser.value("location.hash = '" + name + "'");
        browser.waitFor(
                "!document.querySelector('main [aria-busy]') && document.querySelector('main .view." + name + "')");
    }

    /** Nothing went wrong that only a developer would see: a fault in a script, a file that is not there, a breach of the page's policy. */
    private static void quiet() {
        List<String> complaints = new ArrayList<>(browser.complaints());
        // Whoever makes a product asks first whether there is one.
        complaints.removeIf(line -> line.contains("404") && line.contains("catalog/product/"));
        assertEquals(List.of(), complaints);
    }

    private static String pounds(long minor) {
        return String.format(Locale.ROOT, "£%,d.%02d", minor / 100, minor % 100);
    }

    /** Keeps a picture where the property {@code outpost.pictures} names a folder: how the pictures in the docs are made. */
    private static void picture(String name) {
        String folder = System.getProperty("outpost.pictures");
        if (folder != null) {
            try {
                Files.write(Path.of(folder, name + ".png"), browser.picture());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
