/** The branch's stock: what is there, what moved, and the documents that say so. */
@Export
@Version("1.0.0")
package outpost.inventory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
