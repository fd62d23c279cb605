/**
 * Updates in the field. The commands need no framework: {@code java -cp "TILL/plugins/*" outpost.update.Main COMMAND …}, where the system property
 * {@code outpost.home} may name the till's installation. Exit codes: 0 done, 1 not done, which a sentence on standard error explains, 2 wrong options.
 */
package outpost.update;
