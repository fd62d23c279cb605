/** Who this till is, and the events that wait to leave it. */
@Export
@Version("1.0.0")
package outpost.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
