/** The devices at a till: receipt printer, cash drawer and customer display, and the document that is printed. */
@Export
@Version("1.0.0")
package outpost.devices;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
