package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.protocol.PullAnswer;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

/** What the cloud does with edits of one product, without a database: it numbers its changes and remembers which of them gave a field its value. */
final class CloudModel {
    static final String PRODUCT = "P";

    private final Map<ProductField, Long> origins = new EnumMap<>(ProductField.class);
    private final List<Entity> log = new ArrayList<>();
    private ProductBody body;
    private ProductVersions versions = ProductVersions.NONE;
    private long seq = 2;

    CloudModel(ProductBody body) {
        this.body = body;
        publish(Entity.PRODUCT, body);
    }

    ProductBody body() {
        return body;
    }

    ProductVersions versions() {
        return versions;
    }

    long seq() {
        return seq;
    }

    /** The whole catalog, as of now. */
    List<Entity> rows() {
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        latest(Entity.PRODUCT).ifPresent(rows::add);
        latest(Entity.PRODUCT_VERSIONS).ifPresent(rows::add);
        return rows;
    }

    /** What changed behind that cursor. */
    PullAnswer after(long cursor) {
        return Rows.delta(
                seq,
                rows().stream()
                        .filter(row -> row.seq() > Math.max(2, cursor))
                        .sorted((one, two) -> Long.compare(one.seq(), two.seq()))
                        .toArray(Entity[]::new));
    }

    /** An administrator, who has seen all that is there, changes the product. */
    void change(ProductField field, String value) {
        ProductBody after = ProductField.with(body, Map.of(field, Optional.of(value)));
        if (after.equals(body)) {
            return;
        }
        long n = seq + 1;
        origins.put(field, n);
        publish(Entity.PRODUCT, after);
        body = after;
        if (versions.field(field).isPresent()) {
            versions = versions.with(field, versions.field(field).get().written(sibling(Optional.of(value), n)));
            publish(Entity.PRODUCT_VERSIONS, versions);
        }
    }

    void receive(TerminalId terminal, ProductEdit edit) {
        ProductVersions known = versions;
        for (ProductEdit.Change change : edit.changes()) {
            ProductField field = change.field();
            FieldState before = versions.field(field)
                    .orElseGet(() -> FieldState.change(
                            sibling(field.value(body), origins.getOrDefault(field, 0L)), VersionVector.EMPTY));
            versions = versions.with(field, before.merge(edit.state(change, terminal)));
        }
        if (!versions.equals(known)) {
            publish(Entity.PRODUCT_VERSIONS, versions);
        }
        if (!versions.over(body).equals(body)) {
            body = versions.over(body);
            publish(Entity.PRODUCT, body);
        }
    }

    private static Sibling sibling(Optional<String> value, long n) {
        return new Sibling(value, new Dot(Sibling.CLOUD, n), new HlcStamp(n, 0), Sibling.CLOUD);
    }

    private void publish(String type, Object content) {
        log.add(new Entity(type, PRODUCT, ++seq, Optional.of(Json.write(content))));
    }

    private Optional<Entity> latest(String type) {
        return log.stream().filter(row -> row.type().equals(type)).reduce((first, second) -> second);
    }
}
