/** The till's one SQLite file: who may write, who may read, and how its tables come to be. */
@Export
@Version("1.0.0")
package outpost.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
