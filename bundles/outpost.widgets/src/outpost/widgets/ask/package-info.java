/** Questions that the till asks before it goes on, each in its place beside the work. */
@Export
@Version("1.0.0")
package outpost.widgets.ask;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
