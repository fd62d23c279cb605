package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static outpost.cloud.internal.Shelf.edit;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.EventType;
import outpost.protocol.ProductField;

/** What people do on the dashboard: products, prices, imports, refused sales, decisions, new tills. */
class DashboardWorkTest extends DashboardFixture {
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
    void anImportIsPreviewedThenDoneAndItsBadRowsAreListed(@TempDir Path folder) throws IOException {
        String tenant = cloud.newTenant();
        Path file = Files.writeString(
                folder.resolve("catalog.csv"), "code,name,price\nA1,Apples,1.20\nB2,Bread,2.50\nC3,,0.99\n");
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
}
