package outpost.update.internal.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteDataSource;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;
import outpost.update.internal.slots.Disk;

/**
 * Whether an installed till would work: it is started without a window and without a line on a copy of the till's data, brings the copy forward, and makes a
 * sale in it. Nothing of the copy ever leaves this machine.
 */
public final class Rehearsal {
    /** The application in a slot that does it. */
    public static final String APPLICATION = "outpost.update.rehearsal";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String DATABASE = "outpost.db";
    private static final List<String> FILES = List.of("vault.key");
    private static final String REASON = "rehearsal: ";

    private final Path work;

    /** @param work folder for the copy and its logs */
    public Rehearsal(Path work) {
        this.work = work;
    }

    /**
     * A new till must be able to go on from here, and the old one to come back after it.
     *
     * @param data of the till; without a database the tills begin with an empty one
     * @throws UpdateException saying which of the two failed, and why
     */
    public void of(Path newer, Path older, Path data) throws InterruptedException {
        Path copy = work.resolve("copy");
        try {
            Disk.remove(copy);
            Files.createDirectories(copy);
            copy(data, copy);
            play(newer, copy, "newer", Reason.DOES_NOT_WORK);
            play(older, copy, "older", Reason.NO_WAY_BACK);
        } catch (IOException e) {
            throw new UpdateException("The till's data cannot be copied for a rehearsal: " + e.getMessage(), e);
        } finally {
            forget(copy);
        }
    }

    private void play(Path till, Path copy, String name, Reason failure) throws InterruptedException {
        Path log = work.resolve("rehearsal-" + name + ".log");
        List<String> options = new ArrayList<>(List.of(
                "-Doutpost.data=" + copy,
                "-Doutpost.sync.start=manual",
                "-Doutpost.lanes.listen=off",
                "-Dlogback.configurationFile=" + till.resolve("logback.xml")));
        Optional<Integer> exit = new Program(till, log, LIMIT).run(options, APPLICATION, List.of());
        if (exit.isEmpty() || exit.get() != 0) {
            throw new UpdateException(failure, reason(log));
        }
    }

    private static void copy(Path data, Path copy) throws IOException {
        if (!Files.exists(data.resolve(DATABASE))) {
            return;
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + data.resolve(DATABASE));
        try (Connection connection = source.getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.resolve(DATABASE).toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (String name : FILES) {
            if (Files.exists(data.resolve(name))) {
                Files.copy(data.resolve(name), copy.resolve(name));
            }
        }
    }

    private static String reason(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(REASON))
                    .reduce((first, last) -> last)
                    .map(line -> line.substring(REASON.length()))
                    .orElse("See " + log);
        } catch (IOException e) {
            return "Its log cannot be read: " + e.getMessage();
        }
    }

    private static void forget(Path copy) {
        try {
            Disk.remove(copy);
        } catch (IOException e) {
            throw new UpdateException("The rehearsal's copy of the data cannot be removed: " + copy, e);
        }
    }
}
