/** The controls that every screen of the till is made of: painted by us, coloured by CSS, made for fingers. */
@Export
@Version("1.0.0")
package outpost.widgets;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
