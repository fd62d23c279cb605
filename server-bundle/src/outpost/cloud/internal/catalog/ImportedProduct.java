package outpost.cloud.internal.catalog;

import java.util.Optional;
import java.util.function.BinaryOperator;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;

/**
 * A row of an imported file.
 *
 * @param fresh what it makes where there is no such product yet
 * @param body the same, readable
 * @param merge takes the row and the product that is there, and makes of both what it shall be
 */
record ImportedProduct(Draft fresh, ProductBody body, BinaryOperator<ProductBody> merge) implements Change {
    @Override
    public String id() {
        return fresh.id();
    }

    /** What it is sorted under, which may have to be made. */
    Optional<String> category() {
        return body.categoryId();
    }

    @Override
    public Draft over(Optional<String> before) {
        // Most rows of a file that comes each night say what is there already; reading that again can be spared.
        return before.filter(json -> !json.equals(fresh.body()))
                .map(json -> Draft.product(id(), merge.apply(body, Json.read(json, ProductBody.class))))
                .orElse(fresh);
    }
}
