package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.application.internal.Indicator.Kind;
import outpost.outbox.OutboxCounts;
import outpost.protocol.SyncStatus;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;
import outpost.widgets.Messages;

class IndicatorTest {
    private static final WindowMessages ENGLISH = Messages.of(WindowMessages.class, () -> Locale.ENGLISH);
    private static final OutboxCounts NOTHING = new OutboxCounts(0, 0, 7);

    private static Indicator of(Line line, Activity activity, long done, long total, OutboxCounts counts) {
        return Indicator.of(
                Optional.of(new SyncStatus(
                        line, activity, done, total, Optional.empty(), Optional.empty(), Optional.empty())),
                counts,
                ENGLISH);
    }

    private static Indicator idle(Line line, OutboxCounts counts) {
        return of(line, Activity.IDLE, 0, 0, counts);
    }

    @Test
    void onlineWithNothingWaitingIsJustOnline() {
        assertEquals(new Indicator(Kind.ONLINE, "Online", -1), idle(Line.ONLINE, NOTHING));
    }

    @Test
    void whatWaitsIsCountedOnAndOffTheLine() {
        OutboxCounts three = new OutboxCounts(3, 0, 7);

        assertEquals(new Indicator(Kind.ONLINE, "Online · 3 waiting", -1), idle(Line.ONLINE, three));
        assertEquals(new Indicator(Kind.OFFLINE, "Offline · 3 waiting", -1), idle(Line.OFFLINE, three));
    }

    @Test
    void aTillWithoutTheSyncUnitIsOffline() {
        assertEquals(new Indicator(Kind.OFFLINE, "Offline", -1), Indicator.of(Optional.empty(), NOTHING, ENGLISH));
    }

    @Test
    void beforeTheFirstCycleEndsNothingIsClaimed() {
        assertEquals(new Indicator(Kind.SYNCING, "Connecting", -1), idle(Line.UNKNOWN, NOTHING));
    }

    @Test
    void theFirstSnapshotShowsHowFarItIs() {
        assertEquals(
                new Indicator(Kind.SYNCING, "Loading the catalog 43 %", 43),
                of(Line.UNKNOWN, Activity.SNAPSHOT, 65_000, 150_000, NOTHING));
    }

    @Test
    void anUnknownEndIsNotMadeUp() {
        assertEquals(
                new Indicator(Kind.SYNCING, "Updating the catalog", -1),
                of(Line.ONLINE, Activity.PULLING, 500, 0, NOTHING));
    }

    @Test
    void moreDoneThanExpectedIsNotMoreThanAll() {
        assertEquals(100, of(Line.ONLINE, Activity.SNAPSHOT, 11, 10, NOTHING).percent());
    }

    @Test
    void sendingSaysHowMuchIsStillToGo() {
        assertEquals(
                new Indicator(Kind.SYNCING, "Sending 12", 25),
                of(Line.ONLINE, Activity.PUSHING, 4, 16, new OutboxCounts(12, 0, 4)));
    }

    @Test
    void whatNeedsAPersonComesBeforeEverythingElse() {
        assertEquals(
                new Indicator(Kind.ATTENTION, "1 needs attention", -1), idle(Line.ONLINE, new OutboxCounts(0, 1, 0)));
        assertEquals(
                new Indicator(Kind.ATTENTION, "2 need attention · offline", -1),
                idle(Line.OFFLINE, new OutboxCounts(5, 2, 0)));
    }

    @Test
    void aRefusedTillNeedsAPersonToo() {
        assertEquals(new Indicator(Kind.ATTENTION, "The cloud refuses this till", -1), idle(Line.REFUSED, NOTHING));
    }
}
