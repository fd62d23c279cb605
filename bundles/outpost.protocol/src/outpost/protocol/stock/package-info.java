/** The stock of a branch as a ledger of movements, which every lane and the cloud merge to the same levels in whatever order they hear of them. */
@Export
@Version("1.0.0")
package outpost.protocol.stock;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
