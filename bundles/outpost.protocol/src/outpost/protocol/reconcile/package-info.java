/** How a till proves that its catalog is the cloud's, and finds what differs: the messages, and what each side makes of them. */
@Export
@Version("1.0.0")
package outpost.protocol.reconcile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
