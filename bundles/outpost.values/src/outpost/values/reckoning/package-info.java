/** How a ticket is reckoned, at the till and again at the cloud: discounts, taxes, cash rounding and refunds in whole minor units. */
@Export
@Version("1.0.0")
package outpost.values.reckoning;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
