package outpost.ui;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import outpost.fixtures.LiveTill;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;

/** A line to a cloud whose state the test decides. */
final class Line implements Synchroniser, Enroller {
    static final String GOOD_CODE = "main.GOOD";

    private final Terminal terminal;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile SyncStatus status = status(SyncStatus.Line.ONLINE, SyncStatus.Activity.IDLE, 0, 0);

    Line(Terminal terminal) {
        this.terminal = terminal;
    }

    void is(SyncStatus.Line line) {
        status = status(line, SyncStatus.Activity.IDLE, 0, 0);
    }

    void loads(long done, long total) {
        status = status(SyncStatus.Line.ONLINE, SyncStatus.Activity.SNAPSHOT, done, total);
    }

    /** How often a person asked for a cycle. */
    int asked() {
        return asked.get();
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public void syncNow() {
        asked.incrementAndGet();
    }

    @Override
    public void enrol(EnrolmentLink link) {
        if (!GOOD_CODE.equals(link.code())) {
            throw new EnrolmentException("The cloud does not take this code. Ask for a new one.");
        }
        terminal.enrolled(LiveTill.answer("till-1", "GBP"), URI.create("http://127.0.0.1:1"));
    }

    private static SyncStatus status(SyncStatus.Line line, SyncStatus.Activity activity, long done, long total) {
        return new SyncStatus(line, activity, done, total, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
