/** Money, quantities, product codes, ids and time stamps: immutable values that refuse nonsense. */
@Export
@Version("1.0.0")
package outpost.values;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
