package outpost.bench.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Whoever changes products at the cloud. */
final class Administrator {
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder call;

    Administrator(URI cloud, Path tokenFile) {
        try {
            call = HttpRequest.newBuilder(
                            cloud.resolve("/api/v1/admin/catalog/import?tenant=main&format=tsv&onError=abort"))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(tokenFile).strip())
                    .header("Content-Type", "application/octet-stream")
                    .header("Content-Encoding", "gzip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives so many products other names; when it returns, the cloud has them. */
    void rename(Goods goods, int from, int count, String mark) throws InterruptedException {
        StringBuilder rows = new StringBuilder("gtin\tname\n");
        for (int place = from; place < from + count; place++) {
            rows.append(goods.code(place))
                    .append('\t')
                    .append(goods.name(place))
                    .append(mark)
                    .append('\n');
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
                gzip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
            }
            HttpResponse<String> answer = http.send(
                    call.copy()
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("the cloud refused: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
