package outpost.widgets.ask;

import java.util.List;

/** What a {@link Question.Search} is answered from. Lives on the UI thread. */
public interface Finder {
    /** What was found for the newest text. */
    List<Row> rows();

    /** Looks for that text; the rows may come later, and are told by what draws the question. */
    void lookFor(String text);

    /** @param row one of {@link #rows} */
    void chosen(Row row);

    /** Enter on a text for which nothing was found: may make something new of it. */
    void notFound(String text);

    /** One line of an answer: bold at the left, small below, bold at the right. */
    record Row(String id, String text, String second, String right) {}
}
