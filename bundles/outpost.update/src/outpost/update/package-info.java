/**
 * Updates in the field, and what a technician looks at: services of the running till, and commands that need no framework,
 * {@code java -cp "TILL/plugins/*" outpost.update.Main COMMAND …}, where the system property {@code outpost.home} may name the till's installation. Exit codes: 0
 * done, 1 not done, which a sentence on standard error explains, 2 wrong options.
 */
@Export
@Version("1.0.0")
package outpost.update;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
