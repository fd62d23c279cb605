/**
 * A cashier without a screen: rings a file of real invoices through the till's own services.
 *
 * <p>It is an application of the till product; each running till needs a data folder and a configuration folder of its own, and shares the installed
 * bundles with the others:
 *
 * <pre>
 * java -Doutpost.data=TILL/data [-Doutpost.sync.start=manual] -jar PRODUCT/plugins/org.eclipse.equinox.launcher_*.jar -nosplash
 *     -application outpost.replay.till -configuration TILL/configuration -data &#64;noDefault
 *     --invoices FILE --share K/N [--enrol LINK] [--offline] [--patience SECONDS]
 * </pre>
 *
 * <p>{@code --offline} needs {@code sync.start=manual}: then nothing is sent before everything is rung. Standard output holds one JSON object a line, with
 * {@code state}: {@code ready} (who this till is), {@code ringing} after each ticket ({@code done} of {@code total}), {@code sending} whenever {@code waiting}
 * has changed, and at last {@code done} with what this till has rung in all, or {@code failed} with a {@code problem}. Exit codes: 0 everything is rung and
 * has arrived, 1 it is not, 2 wrong options. A till that was killed at any point goes on where it was when it is started again with the same data folder.
 *
 * <p>A till with a window takes orders from a cashier's seat instead, if it is started with {@code -Doutpost.replay.orders=stdin}: each line of standard
 * input is a JSON object with {@code do}: {@code sell} (with {@code scans}, and {@code return} for goods that come back; types them at the Sell
 * perspective), {@code status}, {@code picture} (with {@code file}), {@code close}. Each is answered by one line with {@code ok}, and a
 * {@code problem} where that is false.
 */
package outpost.replay;
