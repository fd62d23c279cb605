package outpost.protocol.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import outpost.protocol.Json;

/** A whole comparison of two catalogs, each message going through its JSON; counts what travels, compressed as it travels. */
final class Talk {
    private final Comparison comparison;
    private long bytes;

    Talk(RangeIndex till, RangeIndex cloud) {
        comparison = new Comparison(till);
        for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
            ReconcileRequest request = Json.read(sent(next.get()), ReconcileRequest.class);
            comparison.take(Json.read(sent(Answers.answer(cloud, request)), ReconcileAnswer.class));
        }
    }

    ReconcilePlan plan() {
        return comparison.plan();
    }

    boolean tooMany() {
        return comparison.tooMany();
    }

    int exchanges() {
        return comparison.exchanges();
    }

    long bytes() {
        return bytes;
    }

    private String sent(Object message) {
        String json = Json.write(message);
        bytes += compressed(json.getBytes(StandardCharsets.UTF_8));
        return json;
    }

    private static int compressed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
