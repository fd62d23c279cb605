package outpost.cloud.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.Entity;
import outpost.protocol.EventType;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductEdit.Change;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.VersionVector;

/** A branch with two lanes that edit the products of a tenant of its own. */
final class Shelf {
    final TestCloud cloud;
    final TestTill one;
    final TestTill two;

    Shelf(TestCloud cloud) {
        this.cloud = cloud;
        this.one = TestTill.inNewTenant(cloud);
        this.two = new TestTill(cloud, cloud.newCode(one.tenant()));
        put("tax_rate/standard", "{\"name\":\"VAT 20%\",\"ratePpm\":200000}");
    }

    /** Puts a product and answers its number. */
    long product(String id, String name, long price) {
        return put(
                        "product/" + id,
                        "{\"name\":" + Json.write(name) + ",\"codes\":[\"" + id + "\"],\"priceMinor\":" + price
                                + ",\"priceDerived\":false,\"taxRateId\":\"standard\"}")
                .as(Entity.class)
                .seq();
    }

    Answer put(String path, String body) {
        return cloud.admin("PUT", "catalog/" + path + "?tenant=" + one.tenant(), body)
                .ok();
    }

    void delete(String path) {
        cloud.admin("DELETE", "catalog/" + path + "?tenant=" + one.tenant(), "").ok();
    }

    /** An edit by somebody who has seen all of the cloud's changes up to that one, and nothing else. */
    static ProductEdit edit(String product, long seen, String actor, long millis, Map<ProductField, String> values) {
        return edit(product, VersionVector.of(new Dot(Sibling.CLOUD, seen)), actor, millis, values);
    }

    static ProductEdit edit(
            String product, VersionVector seen, String actor, long millis, Map<ProductField, String> values) {
        List<Change> changes = new ArrayList<>();
        values.forEach((field, value) -> changes.add(new Change(field, Optional.of(value), seen)));
        return new ProductEdit(product, new PosId(actor), new HlcStamp(millis, 0), "Ada", changes);
    }

    /** Delivers edits, which must be accepted. */
    void push(TestTill till, ProductEdit... edits) {
        till.push(Arrays.stream(edits)
                        .map(edit -> till.next(EventType.PRODUCT_EDIT, Json.write(edit)))
                        .toList())
                .results()
                .forEach(result -> {
                    if (result.code().isPresent()) {
                        throw new AssertionError(result);
                    }
                });
    }

    /** A till's copy of the catalog as it is now, equal to the cloud's by count and digest. */
    CatalogCopy copy() {
        CatalogCopy copy = new CatalogCopy();
        copy.pull(one, 1_000);
        return copy;
    }

    Entity row(String product) {
        return copy().row(Entity.PRODUCT, product);
    }

    ProductBody product(String id) {
        return Json.read(row(id).body().orElseThrow(), ProductBody.class);
    }

    FieldState state(String product, ProductField field) {
        return Json.read(copy().row(Entity.PRODUCT_VERSIONS, product).body().orElseThrow(), ProductVersions.class)
                .field(field)
                .orElseThrow();
    }

    List<ProductConflict> conflicts(TestTill till) {
        return List.of(till.get("sync/conflicts").as(ProductConflict[].class));
    }

    Answer decide(TestTill till, String conflictId, String body) {
        return cloud.send(cloud.request("sync/conflicts/" + conflictId + "/resolution", till.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What became of the changes of a product: field and outcome, sorted. */
    List<String> outcomes(String product) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode line : cloud.admin("GET", "edits?tenant=" + one.tenant() + "&product=" + product, "")
                .ok()
                .json()) {
            outcomes.add(line.get("field").asText() + " "
                    + line.path("before").asText("-") + " > "
                    + line.path("value").asText("-") + " "
                    + line.get("outcome").asText());
        }
        outcomes.sort(null);
        return outcomes;
    }

    static List<String> values(ProductVersions versions, ProductField field) {
        return versions.field(field).orElseThrow().siblings().stream()
                .map(sibling -> sibling.value().orElseThrow())
                .sorted()
                .toList();
    }
}
