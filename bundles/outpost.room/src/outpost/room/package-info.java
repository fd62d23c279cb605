/** Work behind a door that a PIN opens: its pages, what is asked in it, and the journal that every act of it goes into. */
@Export
@Version("1.0.0")
package outpost.room;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
