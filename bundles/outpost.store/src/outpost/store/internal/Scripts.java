package outpost.store.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * A unit's migrations beside the history that Flyway has kept of them. Nearly every start finds all of them done, and Flyway takes a tenth of the whole start to find
 * that out.
 */
final class Scripts {
    private static final String DONE = "SELECT script, checksum FROM %s WHERE success = 1";
    private static final String FAILED = "SELECT count(*) FROM %s WHERE success <> 1";

    private final Set<String> signatures;

    private Scripts(Set<String> signatures) {
        this.signatures = signatures;
    }

    /** Those in the bundle; none where classes do not come from a bundle, whose content cannot be listed then. */
    static Scripts of(Class<?> owner, String unit) {
        Bundle bundle = FrameworkUtil.getBundle(owner);
        Set<String> found = new HashSet<>();
        if (bundle != null) {
            Optional.ofNullable(bundle.findEntries("/db/" + unit, "*.sql", false))
                    .ifPresent(entries -> Collections.list(entries).forEach(script -> found.add(signature(script))));
        }
        return new Scripts(found);
    }

    /** Whether there are some, and each of them ran as it is now, and none failed. */
    boolean areDone(Transaction transaction, String history) {
        if (signatures.isEmpty()
                || transaction.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", history)
                        == 0
                || transaction.number(String.format(FAILED, history)) > 0) {
            return false;
        }
        Set<String> done = new HashSet<>(transaction.query(
                String.format(DONE, history), row -> row.text("script") + " " + row.number("checksum")));
        return done.containsAll(signatures);
    }

    /** The checksum is Flyway's: CRC-32 of the lines without their ends. Should Flyway change it, Flyway is asked at every start, as without this class. */
    private static String signature(URL script) {
        CRC32 sum = new CRC32();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(script.openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new StoreException("cannot read the migration " + script, e);
        }
        String path = script.getPath();
        return path.substring(path.lastIndexOf('/') + 1) + " " + (int) sum.getValue();
    }
}
