package outpost.application.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes a style sheet of a template: the window system's own style sheets know neither names for colours nor lengths that grow. */
final class Stylesheet {
    private static final Pattern COLOUR = Pattern.compile("\\$([a-z-]+)");
    private static final Pattern LENGTH = Pattern.compile("(font-size: )?(\\d+)(px)?(?=;)");
    private static final int USUAL_PERCENT = 100;

    private Stylesheet() {}

    /**
     * @param palette the value of each {@code $name}
     * @param percent of font sizes and pixels
     * @throws IllegalArgumentException if the palette lacks a name
     */
    static String of(String template, Map<String, String> palette, int percent) {
        String coloured = COLOUR.matcher(template).replaceAll(match -> colour(match, palette));
        return LENGTH.matcher(coloured).replaceAll(match -> length(match, percent));
    }

    private static String colour(MatchResult match, Map<String, String> palette) {
        return Optional.ofNullable(palette.get(match.group(1)))
                .orElseThrow(() -> new IllegalArgumentException("the palette has no " + match.group()));
    }

    private static String length(MatchResult match, int percent) {
        if (match.group(1) == null && match.group(3) == null) {
            // The digits of a colour, whose zeros count.
            return match.group();
        }
        int number = Integer.parseInt(match.group(2)) * percent / USUAL_PERCENT;
        return Optional.ofNullable(match.group(1)).orElse("")
                + number
                + Optional.ofNullable(match.group(3)).orElse("");
    }
}
