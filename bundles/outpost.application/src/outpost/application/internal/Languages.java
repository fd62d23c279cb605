package outpost.application.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * The languages that the till speaks: those in which the window's own messages are there.
 *
 * @param offered in the order in which a person chooses
 */
record Languages(List<Locale> offered) {
    private static final Pattern FILE = Pattern.compile(".*/messages_(\\w+)\\.properties");

    Languages {
        offered = List.copyOf(offered);
    }

    /** Looks for the files, also in fragments that add a language. */
    static Languages in(Bundle bundle) {
        List<Locale> found = new ArrayList<>(List.of(Locale.ENGLISH));
        Optional.ofNullable(bundle.findEntries("outpost/application/internal", "messages_*.properties", false))
                .map(Collections::list)
                .ifPresent(files -> files.forEach(file -> {
                    Matcher name = FILE.matcher(file.getPath());
                    if (name.matches()) {
                        found.add(Locale.forLanguageTag(name.group(1).replace('_', '-')));
                    }
                }));
        found.sort((one, other) -> one.toLanguageTag().compareTo(other.toLanguageTag()));
        return new Languages(found);
    }

    /**
     * The locale to speak in.
     *
     * @param set a language tag such as {@code de} or {@code en-GB}
     * @param system what the machine is set to: speaks if nothing else is set, and knows the region of its own language
     */
    Locale choose(Optional<String> set, Locale system) {
        Locale wanted = set.map(Locale::forLanguageTag).filter(this::speaks).orElse(system);
        if (!speaks(wanted)) {
            return Locale.ENGLISH;
        }
        boolean regionKnown =
                wanted.getCountry().isEmpty() && wanted.getLanguage().equals(system.getLanguage());
        return regionKnown ? system : wanted;
    }

    private boolean speaks(Locale locale) {
        return offered.stream().anyMatch(one -> one.getLanguage().equals(locale.getLanguage()));
    }
}
