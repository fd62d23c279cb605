package outpost.tools.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import outpost.tools.internal.ToolException;

/**
 * Something that Outpost promises.
 *
 * @param id {@code A-} and a number
 * @param promise a sentence
 */
record Criterion(String id, String promise) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (A-\\d+) \\| (.+?) \\|$");

    /** The rows of the page, in its order. */
    static List<Criterion> of(Path page) {
        String text = text(page);
        List<Criterion> criteria = ROW.matcher(text)
                .results()
                .map(row -> new Criterion(row.group(1), row.group(2)))
                .toList();
        Set<String> ids = new TreeSet<>();
        criteria.forEach(criterion -> {
            if (!ids.add(criterion.id())) {
                throw new ToolException(page + " has " + criterion.id() + " twice");
            }
        });
        if (criteria.isEmpty()) {
            throw new ToolException(page + " has no row '| A-1 | … |'");
        }
        return criteria;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new ToolException("cannot read " + page, e);
        }
    }
}
