/** From a basket to a completed sale. */
@Export
@Version("1.0.0")
package outpost.sales;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
