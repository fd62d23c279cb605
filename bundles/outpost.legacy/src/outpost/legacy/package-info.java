/**
 * Takes over what an earlier till program left behind in its SQLite file.
 *
 * <p>It is an application of the till product, on the data folder of an enrolled till that is not running:
 *
 * <pre>
 * java -Doutpost.data=DIR -Doutpost.sync.start=manual -jar PRODUCT/plugins/org.eclipse.equinox.launcher_*.jar -nosplash
 *     -application outpost.legacy.till -configuration DIR2 -data &#64;noDefault FILE
 * </pre>
 *
 * <p>Standard output says what was taken over, and why what was not. Exit codes: 0 everything is here, 1 something is not. It may be run again at any time, and
 * after any end: what is here already is left as it is.
 */
package outpost.legacy;
