package outpost.cloud.internal.catalog;

import java.util.List;
import java.util.Optional;
import outpost.protocol.Entity;

/**
 * What an import would come to.
 *
 * @param answer what it would be answered
 * @param examples the first products that would become different
 */
public record ImportPreview(ImportAnswer answer, List<Example> examples) {

    /**
     * One product, as JSON of its body.
     *
     * @param before absent where it would be new
     */
    public record Example(String productId, Optional<String> before, String after) {
        static Example of(CatalogEdit.Difference difference) {
            Entity after = difference.after();
            return new Example(
                    after.id(),
                    difference.before().flatMap(Entity::body),
                    after.body().orElseThrow());
        }
    }
}
