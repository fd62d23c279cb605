package outpost.devices;

import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** A pole display of two lines that the customer looks at. Nothing here waits for it, and nothing fails where there is none. Safe to call from any thread. */
@ProviderType
public interface CustomerDisplay {
    /** Shows these two lines instead of the former; of several calls in a hurry only the last may be seen. */
    void show(Row upper, Row lower);

    /** Leaves the display dark. */
    void clear();

    /** One line of the display: the right text stands whole at the right edge, the left one gets what is left of the line. */
    record Row(String left, String right) {
        public static final Row EMPTY = new Row("", "");

        public Row {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }
    }
}
