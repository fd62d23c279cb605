package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.store.Database;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.ErrorCode;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeClaim;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.protocol.reconcile.RowChange;

class ReconcileTest extends OnOneCloud {
    private static final int PRODUCTS = 2_000;

    @Test
    @Tag("A-801")
    void anEqualCatalogIsProvenInOneSmallExchange() {
        TestTill till = TestTill.inNewTenant(cloud);
        fill(till, 200);
        CatalogCopy copy = copyOf(till);

        Answer answer = till.post("sync/reconcile", new ReconcileRequest(copy.state(), List.of()));

        assertEquals(new ReconcileAnswer(copy.state(), 0, List.of()), answer.as(ReconcileAnswer.class));
        assertTrue(answer.body().length() < 512, answer.body());
    }

    @Test
    void whateverDiffersIsFoundAndMended() {
        TestTill till = TestTill.inNewTenant(cloud);
        fill(till, PRODUCTS);
        CatalogCopy copy = copyOf(till);
        assertEquals(List.of(), copy.reconcile(till).changes());
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            String id = id(random.nextInt(PRODUCTS));
            Optional<Entity> other = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new Entity(Entity.PRODUCT, id, 1 + i, Optional.of("{\"other\":" + i + "}")));
            copy.damage(Entity.PRODUCT, id, other);
        }
        copy.damage("setting", "unheard-of", Optional.of(new Entity("setting", "unheard-of", 1, Optional.of("{}"))));

        var plan = copy.reconcile(till);

        assertEquals(1, plan.count(RowChange.Kind.REMOVE));
        assertTrue(plan.count(RowChange.Kind.ADD) > 10, plan.changes().size() + " changes");
        copy.pull(till, 1_000);
        assertEquals(List.of(), copy.reconcile(till).changes());
    }

    @Test
    void deletedThingsAreNoneAndChangedOnesAreFoundByTheirNewContent() {
        TestTill till = TestTill.inNewTenant(cloud);
        fill(till, 300);
        CatalogCopy copy = copyOf(till);
        cloud.admin("DELETE", "catalog/product/" + id(3) + "?tenant=" + till.tenant(), "")
                .ok();
        cloud.admin("PUT", "catalog/category/food?tenant=" + till.tenant(), "{\"name\":\"Food\"}")
                .ok();
        cloud.admin(
                        "PUT",
                        "catalog/product/" + id(4) + "?tenant=" + till.tenant(),
                        "{\"name\":\"New\",\"codes\":[\"" + id(4) + "\"],\"priceMinor\":1,\"priceDerived\":false}")
                .ok();

        var plan = copy.reconcile(till);

        assertEquals(
                "[ADD food, REMOVE " + id(3) + ", REPLACE " + id(4) + "]",
                plan.changes().stream()
                        .map(change -> change.kind() + " " + change.id())
                        .sorted()
                        .toList()
                        .toString());
        copy.pull(till, 1_000);
    }

    @Test
    void rowsThatAnEarlierVersionWroteAreComparedToo() {
        TestTill till = TestTill.inNewTenant(cloud);
        fill(till, 400);
        CatalogCopy copy = copyOf(till);
        forgetPlaces(till.tenant());
        copy.damage(Entity.PRODUCT, id(5), Optional.empty());

        assertEquals(1, copy.reconcile(till).changes().size());

        copy.pull(till, 1_000);
    }

    @Test
    void aManifestSaysWhatDiffersAtOnce() {
        TestTill till = TestTill.inNewTenant(cloud);
        fill(till, 5);
        CatalogCopy copy = copyOf(till);
        String other = "00000000000000ff";
        List<String> manifest = copy.rows(PlaceRange.ALL).stream()
                .filter(row -> !row.id().equals(id(2)))
                .map(Entity::digestText)
                .collect(Collectors.toList());
        manifest.add(other);

        ReconcileAnswer answer = till.post("sync/reconcile", claim(copy.state(), PlaceRange.ALL, manifest))
                .as(ReconcileAnswer.class);

        var difference = answer.ranges().get(0).difference().orElseThrow();
        assertEquals(List.of(copy.row(Entity.PRODUCT, id(2))), difference.put());
        assertEquals(List.of(other), difference.unknown());
    }

    @Test
    @Tag("A-803")
    void aManifestThatIsTooLongIsRefusedByItsName() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<String> manifest = IntStream.range(0, 8_001)
                .mapToObj(i -> HexFormat.of().toHexDigits((long) i))
                .toList();

        till.post("sync/reconcile", claim(CatalogState.EMPTY, PlaceRange.ALL, manifest))
                .refused(413, "POS_CATALOG_MANIFEST_TOO_LARGE");
        till.post("sync/reconcile", claim(CatalogState.EMPTY, PlaceRange.ALL, manifest.subList(0, 8_000)))
                .ok();
    }

    @Test
    void claimsThatCannotBeAreRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        RangeClaim odd = new RangeClaim(
                new PlaceRange("a"), Optional.of(Collections.nCopies(7, "0".repeat(16))), Optional.empty());

        till.post("sync/reconcile", new ReconcileRequest(CatalogState.EMPTY, List.of(odd)))
                .refused(400, ErrorCode.POS_CATALOG_RECONCILE_FAILED.name());
        for (String body : List.of(
                "{}",
                "{\"state\":{\"cursor\":0,\"count\":0,\"digest\":\"\"},\"ranges\":[{\"range\":\"xyz\",\"manifest\":[]}]}",
                "{\"state\":{\"cursor\":0,\"count\":0,\"digest\":\"\"},\"ranges\":[{\"range\":\"a\"}]}",
                "{\"state\":{\"cursor\":0,\"count\":0,\"digest\":\"\"},\"ranges\":[null]}",
                "{\"state\":{\"cursor\":0,\"count\":0,\"digest\":\"\"},\"ranges\":[{\"range\":\"a\",\"manifest\":[null]}]}")) {
            till.postText("sync/reconcile", body).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        cloud.send(cloud.request("sync/reconcile", "no token").POST(BodyPublishers.ofString("{}")))
                .refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    void anotherTenantsRowsAreNeverInAnAnswer() {
        TestTill one = TestTill.inNewTenant(cloud);
        fill(one, 50);
        TestTill other = TestTill.inNewTenant(cloud);

        CatalogCopy copy = new CatalogCopy();
        var plan = copy.reconcile(other);

        assertEquals(
                List.of("currency"), plan.changes().stream().map(RowChange::id).toList());
    }

    private static ReconcileRequest claim(CatalogState state, PlaceRange range, List<String> manifest) {
        return new ReconcileRequest(state, List.of(new RangeClaim(range, Optional.empty(), Optional.of(manifest))));
    }

    private static CatalogCopy copyOf(TestTill till) {
        CatalogCopy copy = new CatalogCopy();
        copy.snapshot(till.get("sync/snapshot"));
        copy.pull(till, 1_000);
        return copy;
    }

    private void fill(TestTill till, int products) {
        String file = IntStream.range(0, products)
                .mapToObj(i -> id(i) + "\tProduct " + i + "\n")
                .collect(Collectors.joining("", "code\tname\n", ""));
        cloud.importFile("tenant=" + till.tenant() + "&format=tsv&onError=abort", file.getBytes(StandardCharsets.UTF_8))
                .ok();
    }

    private static String id(int number) {
        return "C" + number;
    }

    /** As if a version had written the rows that knows nothing of places. */
    private void forgetPlaces(String tenant) {
        try (Database database = new Database(cloud.database())) {
            database.write(em -> {
                em.createNativeQuery("UPDATE catalog_entity SET place = NULL, digest = NULL WHERE tenant_id = ?")
                        .setParameter(1, tenant)
                        .executeUpdate();
                return em.createNativeQuery("UPDATE tenant SET placed_digest = 0 WHERE tenant_id = ?")
                        .setParameter(1, tenant)
                        .executeUpdate();
            });
        }
    }
}
