package outpost.cloud.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import outpost.protocol.CatalogState;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.SyncCounters;
import outpost.protocol.TillReport;
import outpost.values.PosId;

/** A company with two branches, four tills and a day's sales, to be looked at. */
final class TestShop {
    static final String PASSWORD = "correct horse battery";

    private static final String CATALOG =
            """
            gtin\tname\tprice\ttaxRate\tcategory\tminimumAge
            4006381333931\tCafé Crème, ground 500 g\t6.49\tzero\tdrinks\t
            5901234123457\tCoffee filters no. 4\t1.29\tstandard\tdrinks\t
            96385074\tGreen tea, 20 bags\t2.50\tzero\tdrinks\t
            4000417025005\tRed wine 0.75 l\t8.50\tstandard\tdrinks\t18
            """;

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** When somebody looks at it. */
    static final Instant EVENING = DAY.atTime(19, 5).toInstant(ZoneOffset.UTC);

    private TestShop() {}

    static void go(TestCloud cloud, Instant time) {
        cloud.clock().advance(Duration.between(cloud.clock().instant(), time));
    }

    /** Lets {@code manager@TENANT} in. */
    static void account(TestCloud cloud, String tenant) {
        cloud.admin(
                        "POST",
                        "accounts?tenant=" + tenant,
                        "{\"account\":\"manager@" + tenant + "\",\"role\":\"tenant_admin\",\"password\":\"" + PASSWORD
                                + "\"}")
                .ok();
    }

    /** Fills a tenant, and returns one of its tills. It is evening then. */
    static TestTill fill(TestCloud cloud, String tenant) {
        post(cloud, tenant, "branches", "{\"branchId\":\"main\",\"name\":\"High Street\"}");
        post(cloud, tenant, "branches", "{\"branchId\":\"station\",\"name\":\"Station\"}");
        put(cloud, tenant, "tax_rate/standard", "{\"name\":\"VAT 20 %\",\"ratePpm\":200000}");
        put(cloud, tenant, "tax_rate/zero", "{\"name\":\"VAT 0 %\",\"ratePpm\":0}");
        put(cloud, tenant, "category/drinks", "{\"name\":\"Drinks\",\"colour\":\"#3c7fd6\",\"quickKey\":0}");
        put(cloud, tenant, "setting/lock.idle.seconds", "{\"value\":\"180\"}");
        cloud.importFile("tenant=" + tenant, CATALOG.getBytes(StandardCharsets.UTF_8))
                .ok();
        post(cloud, tenant, "users", "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}");
        Random random = new Random(7);
        TestTill last = null;
        for (int number = 1; number <= 4; number++) {
            last = new TestTill(cloud, newTill(cloud, tenant, number <= 2 ? "main" : "station", "Till " + number));
            last.push(day(cloud, last, random));
            if (number == 3) {
                last.push(last.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR")));
            }
            last.report(report(cloud, number == 3 ? 2 : 0, number == 2 ? 190_000 : -400, Optional.empty()));
        }
        newTill(cloud, tenant, "station", "Till 5");
        return last;
    }

    private static List<Event> day(TestCloud cloud, TestTill till, Random random) {
        List<Event> events = new ArrayList<>();
        for (int hour = 8; hour < 19; hour++) {
            go(cloud, DAY.atTime(hour, random.nextInt(50)).toInstant(ZoneOffset.UTC));
            for (int sales = random.nextInt(4) + 1; sales > 0; sales--) {
                events.add(till.sale(random.nextInt(12) + 1));
                cloud.clock().advance(Duration.ofSeconds(40));
            }
        }
        go(cloud, EVENING);
        events.add(till.refund(1));
        return events;
    }

    private static void put(TestCloud cloud, String tenant, String thing, String body) {
        cloud.admin("PUT", "catalog/" + thing + "?tenant=" + tenant, body).ok();
    }

    private static void post(TestCloud cloud, String tenant, String path, String body) {
        cloud.admin("POST", path + "?tenant=" + tenant, body).ok();
    }

    private static String newTill(TestCloud cloud, String tenant, String branch, String name) {
        return cloud.admin(
                        "POST",
                        "terminals?tenant=" + tenant,
                        "{\"branchId\":\"" + branch + "\",\"name\":\"" + name + "\"}")
                .ok()
                .json()
                .get("code")
                .asText();
    }

    /** @param release that the till says it runs */
    static TillReport report(TestCloud cloud, long parked, long offset, Optional<String> release) {
        long now = cloud.clock().millis();
        return new TillReport(
                new PosId("pos-1"),
                "1.0.0",
                parked == 0 ? 0 : 3,
                Optional.of(now - 1_000).filter(x -> parked > 0),
                parked,
                0,
                0,
                410,
                2,
                180,
                Optional.of(now - 4_000),
                Optional.of(offset),
                CatalogState.EMPTY,
                Optional.empty(),
                new SyncCounters(7, 4, 0, 9, 1, 0, 0, 0),
                212L << 30,
                release,
                Optional.empty());
    }
}
