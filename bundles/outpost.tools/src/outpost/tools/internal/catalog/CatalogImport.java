package outpost.tools.internal.catalog;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.LongSupplier;
import outpost.protocol.Json;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.ImportAnswer;
import outpost.tools.internal.cloud.ImportRefusal;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Progress;
import outpost.tools.internal.screen.Screen;

/** Sends a catalog file and tells what became of it. */
public final class CatalogImport {
    private static final int OK = 200;
    private static final int REFUSED = 422;

    private final CloudApi cloud;
    private final Screen screen;
    private final LongSupplier nanoTime;

    public CatalogImport(CloudApi cloud, Screen screen, LongSupplier nanoTime) {
        this.cloud = cloud;
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    /**
     * @param onError {@code skip} or {@code abort}
     * @return whether anything was imported; if not, the bad rows have been told
     */
    public boolean of(CatalogFile file, String onError) {
        long begun = nanoTime.getAsLong();
        HttpResponse<String> answer;
        try (Progress progress = new Progress(screen, nanoTime)) {
            answer = new Upload(file).send(cloud, onError, progress);
        }
        if (answer.statusCode() == REFUSED) {
            tell(file, Json.read(answer.body(), ImportRefusal.class));
            return false;
        }
        if (answer.statusCode() != OK) {
            throw cloud.refused(answer);
        }
        tell(file, Json.read(answer.body(), ImportAnswer.class), nanoTime.getAsLong() - begun);
        return true;
    }

    private void tell(CatalogFile file, ImportAnswer answer, long nanos) {
        screen.print(Figures.count(answer.rows()) + " rows of " + file.path().getFileName() + " in "
                + Figures.seconds(nanos) + " s ("
                + Figures.count(Figures.rate(answer.rows(), nanos)) + " rows/s, " + Figures.megabytes(file.bytes())
                + " sent): "
                + Figures.count(answer.added()) + " added, " + Figures.count(answer.changed()) + " changed, "
                + Figures.count(answer.unchanged()) + " unchanged, " + Figures.count(answer.badRows()) + " bad");
        answer.bad().forEach(row -> screen.print(text(row)));
        notListed(answer.badRows(), answer.bad()).forEach(screen::print);
        if (answer.pricesDerived()) {
            screen.print("Prices: this file has none, so that each product got a trial price made from its code.");
        }
    }

    private void tell(CatalogFile file, ImportRefusal refusal) {
        screen.problem("outpost import: the cloud refused " + file.path().getFileName() + ": " + refusal.message());
        refusal.bad().forEach(row -> screen.problem(text(row)));
        notListed(refusal.badRows(), refusal.bad()).forEach(screen::problem);
    }

    private static String text(ImportAnswer.BadRow row) {
        return "  line " + row.line() + ": " + row.reason();
    }

    private static List<String> notListed(long badRows, List<ImportAnswer.BadRow> listed) {
        long more = badRows - listed.size();
        return more > 0 ? List.of("  and " + Figures.count(more) + " more bad rows") : List.of();
    }
}
