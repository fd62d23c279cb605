package outpost.cloud.internal.catalog;

import java.util.Optional;

/** What is to become of one thing of the catalog, which may depend on what it is now. */
interface Change {
    String id();

    /** @param before the JSON of its body now; empty where it is new or was deleted */
    Draft over(Optional<String> before);
}
