package outpost.sales;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import outpost.values.Money;

/**
 * From the opening of the drawer to its count.
 *
 * @param number 1, 2, 3 … at this till
 * @param businessDay the day of the opening, whenever it ends
 * @param closedAt empty while it is open
 */
public record Shift(
        UUID id,
        int number,
        LocalDate businessDay,
        ZonedDateTime openedAt,
        String openedBy,
        Money cashFloat,
        Optional<ZonedDateTime> closedAt) {
    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
