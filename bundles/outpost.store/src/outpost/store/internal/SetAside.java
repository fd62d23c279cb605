package outpost.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import outpost.store.StoreException;

/**
 * Where damaged database files lie: {@code damaged/1}, {@code damaged/2} … in the data folder. Nothing here is ever deleted by the program, as it may hold what
 * is nowhere else.
 */
final class SetAside {
    private static final String UNFINISHED = ".moving";
    private static final List<String> FILES = List.of("outpost.db", "outpost.db-wal", "outpost.db-shm");

    private final Path directory;
    private final Path place;

    SetAside(Path directory) {
        this.directory = directory;
        this.place = directory.resolve("damaged");
    }

    /** The folders, the oldest first. */
    List<Path> folders() {
        return children(name -> name.matches("[0-9]+"))
                .sorted(Comparator.comparingLong(SetAside::number))
                .toList();
    }

    /** Ends what a power cut interrupted: a part of the files must not be taken for the whole. */
    void finish() {
        children(name -> name.matches("[0-9]+" + UNFINISHED)).forEach(this::moveInto);
    }

    /** Moves the database away, all of its files or, should the power fail, the rest of them at the next start. */
    Path take() {
        long next = folders().stream().mapToLong(SetAside::number).max().orElse(0) + 1;
        Path moving = place.resolve(next + UNFINISHED);
        try {
            Files.createDirectories(moving);
            DataFolder.force(place);
        } catch (IOException e) {
            throw new StoreException("cannot set the damaged database aside in " + moving, e);
        }
        return moveInto(moving);
    }

    private Path moveInto(Path moving) {
        String name = moving.getFileName().toString();
        Path done = place.resolve(name.substring(0, name.length() - UNFINISHED.length()));
        try {
            for (String file : FILES) {
                Path from = directory.resolve(file);
                if (Files.exists(from)) {
                    Files.move(from, moving.resolve(file), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            DataFolder.force(directory);
            Files.move(moving, done, StandardCopyOption.ATOMIC_MOVE);
            DataFolder.force(place);
            return done;
        } catch (IOException e) {
            throw new StoreException("cannot set the damaged database aside in " + moving, e);
        }
    }

    private Stream<Path> children(Predicate<String> name) {
        if (!Files.isDirectory(place)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(path -> name.test(path.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            throw new StoreException("cannot read the folder " + place, e);
        }
    }

    private static long number(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }
}
