package outpost.widgets;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;

/**
 * What a {@link RowList} shows of each row at one place.
 *
 * @param width in pixels; those of 0 share what the others leave
 * @param align {@code SWT.LEFT}, {@code SWT.CENTER} or {@code SWT.RIGHT}
 * @param style {@code SWT.NORMAL} or {@code SWT.BOLD}
 * @param second a smaller line below the text; empty where there is none
 * @param glyph makes the column a button that does the action with the row's place
 */
public record Column<R>(
        int width,
        int align,
        int style,
        Function<R, String> text,
        Function<R, String> second,
        Optional<Glyph> glyph,
        IntConsumer action) {

    /** Text that starts at the left and takes what the other columns leave. */
    public static <R> Column<R> wide(Function<R, String> text, Function<R, String> second) {
        return new Column<>(0, SWT.LEFT, SWT.BOLD, text, second, Optional.empty(), place -> {});
    }

    public static <R> Column<R> text(int width, int align, int style, Function<R, String> text) {
        return new Column<>(width, align, style, text, row -> "", Optional.empty(), place -> {});
    }

    /** A round button in each row. */
    public static <R> Column<R> button(int width, Glyph glyph, IntConsumer action) {
        return new Column<>(width, SWT.CENTER, SWT.NORMAL, row -> "", row -> "", Optional.of(glyph), action);
    }
}
