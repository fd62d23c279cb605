package outpost.reconcile.ui.internal.words;

import java.time.Duration;

/** How long ago something was, as people say it. */
public final class Ago {
    private Ago() {}

    public static String of(Duration time, Words words) {
        if (time.toMinutes() < 1) {
            return words.justNow();
        }
        if (time.toHours() < 1) {
            return words.minutesAgo(time.toMinutes());
        }
        return time.toDays() < 1 ? words.hoursAgo(time.toHours()) : words.daysAgo(time.toDays());
    }
}
