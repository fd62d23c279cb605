package outpost.widgets.ask;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Something that the till asks before it goes on. The ticket stays in sight beside it, and Escape always means "leave it as it was". */
public sealed interface Question {
    String title();

    /** What the answer is for; may be empty. */
    String explanation();

    /** One of a few things. */
    record Choice(String title, String explanation, List<Option> options) implements Question {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * @param name for tests and logs, the same in each language
     * @param second a smaller line; may be empty
     * @param weighty whether it is the one that leads on
     */
    record Option(String name, String text, String second, boolean weighty, Runnable chosen) {
        public static Option of(String name, String text, Runnable chosen) {
            return new Option(name, text, "", false, chosen);
        }

        /** The one that leads on. */
        public static Option leading(String name, String text, Runnable chosen) {
            return new Option(name, text, "", true, chosen);
        }
    }

    /** A quantity, an amount or a percentage. */
    record Number(String title, String explanation, Figure figure, Consumer<Figure> answered) implements Question {}

    /**
     * A few words, or a number that is no quantity.
     *
     * @param before what stands there to begin with
     * @param optional whether nothing is an answer too
     */
    record Words(
            String title,
            String explanation,
            String placeholder,
            String before,
            boolean optional,
            Consumer<String> answered)
            implements Question {}

    /** Who says yes, and the proof: hears the person's id and PIN. */
    record Pin(
            String title,
            String explanation,
            List<Person> people,
            Optional<String> problem,
            BiConsumer<Person, String> answered)
            implements Question {
        public Pin {
            people = List.copyOf(people);
        }
    }

    record Person(String id, String name, String role) {}

    /** One of many things, found by typing. */
    record Search(String title, String explanation, String placeholder, Finder finder) implements Question {}

    /** Which lines of a receipt come back, and how much of each. */
    record Lines(String title, String explanation, LinePick pick, Consumer<LinePick> answered) implements Question {}
}
