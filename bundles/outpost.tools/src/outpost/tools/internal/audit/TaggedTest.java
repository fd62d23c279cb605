package outpost.tools.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import outpost.tools.internal.ToolException;

/**
 * A test that carries a criterion's id, by JUnit's own {@code @Tag}.
 *
 * @param className with its package
 * @param method empty where the class as a whole carries the id
 */
record TaggedTest(String id, String className, Optional<String> method) {
    private static final Pattern TAG_OR_TAGGED =
            Pattern.compile("@Tag\\(\"(A-\\d+)\"\\)|\\bvoid (\\w+)\\(|^(?:[a-z]+ )*class \\w+", Pattern.MULTILINE);

    /** All of them below the project's {@code tests} folder. */
    static List<TaggedTest> in(Path tests) {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new ToolException("cannot read " + tests, e);
        }
    }

    @Override
    public String toString() {
        return className + method.map(name -> "." + name).orElse("");
    }

    private static List<TaggedTest> of(Path file) {
        List<TaggedTest> tests = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        Matcher found = TAG_OR_TAGGED.matcher(source(file));
        while (found.find()) {
            if (found.group(1) != null) {
                pending.add(found.group(1));
            } else {
                Optional<String> method = Optional.ofNullable(found.group(2));
                pending.forEach(id -> tests.add(new TaggedTest(id, className(file), method)));
                pending.clear();
            }
        }
        return tests;
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ToolException("cannot read " + file, e);
        }
    }

    private static String className(Path file) {
        String path = file.toString();
        String below = path.substring(path.indexOf("/src/") + "/src/".length());
        return below.substring(0, below.length() - ".java".length()).replace('/', '.');
    }
}
