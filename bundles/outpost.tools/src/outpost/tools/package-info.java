/**
 * The operators' commands. They need no framework: {@code java -cp "CLOUD/plugins/*" outpost.tools.Main COMMAND …}, where the system properties
 * {@code outpost.home} (the folder that holds {@code .outpost}), {@code outpost.till} and {@code outpost.cloud} (the installed products) say what there is to
 * work with. Exit codes: 0 done, 1 not done, which a sentence on standard error explains, 2 wrong options.
 */
package outpost.tools;
