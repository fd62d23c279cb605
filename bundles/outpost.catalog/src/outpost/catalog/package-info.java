/** What the till sells and for how much, as the cloud says. */
@Export
@Version("1.0.0")
package outpost.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
