package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;

/** Repeats a call within a cycle while its trouble may pass. */
final class Retries {
    private final BackOff backOff;
    private final Alarm alarm;
    private final StatusBoard status;

    Retries(BackOff backOff, Alarm alarm, StatusBoard status) {
        this.backOff = backOff;
        this.alarm = alarm;
        this.status = status;
    }

    <T> T call(Call<T> call) throws CloudException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                T answer = call.run();
                status.answered();
                return answer;
            } catch (CloudException trouble) {
                pauseOrThrow(failures, trouble);
            }
        }
    }

    /**
     * Waits before the next repetition, or throws the trouble if there should be none.
     *
     * @param failures how often the call failed in a row, from 1
     */
    void pauseOrThrow(int failures, CloudException trouble) throws CloudException, InterruptedException {
        status.trouble(trouble);
        Optional<Duration> pause = backOff.beforeRetry(failures, trouble);
        if (pause.isEmpty()) {
            throw trouble;
        }
        alarm.pause(pause.get(), false);
    }

    /** A call to the cloud. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws CloudException, InterruptedException;
    }
}
