package outpost.simulation;

import java.util.List;
import outpost.protocol.Entity;
import outpost.protocol.PullAnswer;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;

/** The till's catalog as the worker sees it; tells when the copy was found to differ, which heals itself and must never be needed. */
final class WatchedSink implements Sink {
    private final Sink sink;
    private final Runnable whenItDiffers;

    WatchedSink(Sink sink, Runnable whenItDiffers) {
        this.sink = sink;
        this.whenItDiffers = whenItDiffers;
    }

    @Override
    public Position position() {
        return sink.position();
    }

    @Override
    public void begin(SnapshotLine.Header header) {
        sink.begin(header);
    }

    @Override
    public void add(List<Entity> rows) {
        sink.add(rows);
    }

    @Override
    public void pause() {
        sink.pause();
    }

    @Override
    public void end() {
        sink.end();
    }

    @Override
    public void apply(PullAnswer delta) {
        sink.apply(delta);
    }

    @Override
    public void restart() {
        whenItDiffers.run();
        sink.restart();
    }
}
