package outpost.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bug that is built into the product's own source, to see that seeds find it.
 *
 * @param source the file, below the project's folder
 */
record Bug(String name, String source, List<Edit> edits) {
    /** Annotations that only the build reads: the product has no library with them. */
    private static final Pattern OF_THE_BUILD =
            Pattern.compile("import org\\.osgi\\.service\\.component\\.annotations\\.\\w+;"
                    + "|@(Component|Reference)\\b(\\([^)]*\\))?|@(Activate|Deactivate)\\b");

    /** @param from stands in the source exactly once */
    record Edit(String from, String to) {}

    Bug(String name, String source, String from, String to) {
        this(name, source, List.of(new Edit(from, to)));
    }

    Bug and(String from, String to) {
        return new Bug(
                name,
                source,
                Stream.concat(edits.stream(), Stream.of(new Edit(from, to))).toList());
    }

    /** The source with the bug. */
    String text(Path project) throws IOException {
        String text = Files.readString(project.resolve(source));
        for (Edit edit : edits) {
            int first = text.indexOf(edit.from());
            if (first < 0 || text.indexOf(edit.from(), first + 1) >= 0) {
                throw new IllegalStateException(
                        "the bug " + name + " no longer fits " + source + ": not there exactly once: " + edit.from());
            }
            text = text.replace(edit.from(), edit.to());
        }
        return OF_THE_BUILD.matcher(text).replaceAll("");
    }

    String className() {
        return source.substring(source.indexOf("/src/") + "/src/".length())
                .replace('/', '.')
                .replaceFirst("\\.java$", "");
    }
}
