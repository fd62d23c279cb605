package outpost.sync.worker.internal;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import outpost.protocol.EventAnswer;
import outpost.protocol.Limits;
import outpost.protocol.PushAnswer;

/** Events on their way over HTTP. */
record HttpDelivery(HttpCalls calls, CompletableFuture<HttpResponse<InputStream>> begun, int events)
        implements Cloud.Delivery {
    @Override
    public List<EventAnswer> answers() throws CloudException, InterruptedException {
        List<EventAnswer> answers = calls.read(begun, Limits.PUSH_DECOMPRESSED_BYTES, PushAnswer.class)
                .results();
        for (int i = 0; i < events; i++) {
            if (answers.size() != events || answers.get(i).index() != i) {
                throw new NoAnswerException("The cloud's answer does not match what was sent.", null);
            }
        }
        return answers;
    }

    @Override
    public void abandon() {
        begun.cancel(true);
    }
}
