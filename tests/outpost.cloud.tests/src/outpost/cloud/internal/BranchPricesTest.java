package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;

/** What a product costs in one branch is that branch's catalog, and no other's. */
class BranchPricesTest extends OnOneCloud {
    @Test
    @Tag("A-732")
    void aPriceReachesTheTillsOfItsBranchOnlyAndBothProveTheirCatalogs() {
        Shop shop = new Shop();
        CatalogCopy here = new CatalogCopy();
        CatalogCopy elsewhere = new CatalogCopy();
        here.snapshot(shop.till.get("sync/snapshot"));
        elsewhere.snapshot(shop.neighbour.get("sync/snapshot"));

        shop.price("P1", 199);
        shop.price("P2", 0);
        here.pull(shop.till, 1);
        elsewhere.pull(shop.neighbour, 1);

        assertEquals(199, price(here, "P1"));
        assertEquals(0, price(here, "P2"));
        assertNull(elsewhere.row(Entity.BRANCH_PRICE, "P1"));
        assertEquals(elsewhere.size() + 2, here.size());

        CatalogCopy anew = new CatalogCopy();
        anew.snapshot(shop.till.get("sync/snapshot"));
        anew.pull(shop.till, 100);
        assertEquals(here.state(), anew.state());

        shop.remove("P1");
        here.pull(shop.till, 100);
        elsewhere.pull(shop.neighbour, 100);
        assertNull(here.row(Entity.BRANCH_PRICE, "P1"));
    }

    @Test
    void aSnapshotGoesOnAmongTheBranchesPricesAndBehindThem() {
        Shop shop = new Shop();
        shop.price("P1", 199);
        shop.price("P2", 99);
        List<Entity> all = new CatalogCopy()
                .snapshot(shop.till.get("sync/snapshot")).stream()
                        .dropWhile(row -> row.type().equals(Entity.SETTING))
                        .toList();
        assertEquals(
                List.of("P1", "P2"), all.subList(0, 2).stream().map(Entity::id).toList());

        assertEquals(
                all.subList(1, all.size()),
                new CatalogCopy().snapshot(shop.till.get("sync/snapshot?after=branch_price:P1")));
        assertEquals(
                all.subList(2, all.size()),
                new CatalogCopy().snapshot(shop.till.get("sync/snapshot?after=branch_price:P2")));
        assertEquals(
                all.subList(0, 2), new CatalogCopy().snapshot(shop.till.get("sync/snapshot?entityTypes=branch_price")));
        assertEquals(
                1,
                shop.till
                        .get("sync/pull?cursor=0&limit=1&entityTypes=branch_price")
                        .as(PullAnswer.class)
                        .changes()
                        .size());
    }

    @Test
    void whatATillLostOfTheBranchesPricesIsFoundByComparing() {
        Shop shop = new Shop();
        shop.price("P1", 199);
        shop.price("P2", 99);
        CatalogCopy copy = new CatalogCopy();
        copy.snapshot(shop.till.get("sync/snapshot"));
        copy.pull(shop.till, 100);
        copy.damage(Entity.BRANCH_PRICE, "P1", Optional.empty());
        copy.damage(
                Entity.BRANCH_PRICE,
                "P2",
                Optional.of(new Entity(Entity.BRANCH_PRICE, "P2", 1, Optional.of("{\"priceMinor\":1}"))));

        assertEquals(2, copy.reconcile(shop.till).changes().size());

        copy.pull(shop.till, 100);
        assertEquals(199, price(copy, "P1"));
        assertEquals(99, price(copy, "P2"));
    }

    @Test
    @Tag("A-732")
    void theListSaysWhatHoldsElsewhereAndADeletedProductTakesItsPricesAlong() {
        Shop shop = new Shop();
        shop.price("P1", 199);
        shop.price("P2", 99);
        JsonNode found = cloud.admin("GET", "catalog/product?q=tea&tenant=" + shop.tenant, "")
                .ok()
                .json();
        assertEquals(0, found.get("behind").asLong(), "the search knows of all products");

        JsonNode page = shop.admin("GET", "prices?limit=1", "").ok().json();
        assertEquals("P1", page.get("next").asText());
        JsonNode first = page.get("prices").get(0);
        assertEquals(199, first.get("priceMinor").asLong());
        assertEquals(255, first.get("elsewhereMinor").asLong());
        JsonNode rest = shop.admin("GET", "prices?after=P1", "").ok().json();
        assertEquals("P2", rest.get("prices").get(0).get("productId").asText());

        cloud.admin("DELETE", "catalog/product/P2?tenant=" + shop.tenant, "").ok();
        assertEquals(
                1, shop.admin("GET", "prices", "").ok().json().get("prices").size());
        shop.product("P2");
        CatalogCopy copy = new CatalogCopy();
        copy.snapshot(shop.till.get("sync/snapshot"));
        copy.pull(shop.till, 100);
        assertNull(copy.row(Entity.BRANCH_PRICE, "P2"));

        shop.admin("PUT", "prices/P9", "{\"priceMinor\":5}").refused(404, "POS_SYNC_NOT_FOUND");
        shop.admin("PUT", "prices/P1", "{\"priceMinor\":-5}").refused(400, "POS_SYNC_REQUEST_INVALID");
        shop.admin("DELETE", "prices/P2", "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("PUT", "prices/P1?branch=nowhere&tenant=" + shop.tenant, "{\"priceMinor\":5}")
                .refused(404, "POS_SYNC_NOT_FOUND");
    }

    private static long price(CatalogCopy copy, String product) {
        return Json.read(copy.row(Entity.BRANCH_PRICE, product).body().orElseThrow(), BranchPriceBody.class)
                .priceMinor();
    }

    /** Two branches of a tenant with a till each, and two products. */
    private final class Shop {
        final TestTill till = TestTill.inNewTenant(cloud);
        final String tenant = till.tenant();
        final TestTill neighbour;

        Shop() {
            cloud.newBranch(tenant, "second");
            neighbour = new TestTill(cloud, cloud.newCode(tenant, "second"));
            product("P1");
            product("P2");
        }

        void product(String id) {
            cloud.admin(
                            "PUT",
                            "catalog/product/" + id + "?tenant=" + tenant,
                            "{\"name\":\"Tea\",\"codes\":[\"" + id + "\"],\"priceMinor\":255,\"priceDerived\":false}")
                    .ok();
        }

        Answer admin(String method, String path, String body) {
            return cloud.admin(method, path + (path.contains("?") ? "&" : "?") + "branch=main&tenant=" + tenant, body);
        }

        void price(String product, long minor) {
            admin("PUT", "prices/" + product, "{\"priceMinor\":" + minor + "}").ok();
        }

        void remove(String product) {
            admin("DELETE", "prices/" + product, "").ok();
        }
    }
}
