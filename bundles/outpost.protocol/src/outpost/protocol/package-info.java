/** What till, lane and cloud say to each other: messages, their JSON, error codes, limits, and the {@code Sink} that takes changes. */
@Export
@Version("1.0.0")
package outpost.protocol;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
