package outpost.sync.worker.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.PullAnswer;
import outpost.protocol.SettingBody;
import outpost.protocol.SnapshotLine;
import outpost.protocol.reconcile.Answers;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeIndex;
import outpost.protocol.reconcile.RangeSum;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.sync.worker.internal.LoopbackCloud.Reply;

/** The catalog of a {@link LoopbackCloud}: rows by type and id, and the number of each row's last change. */
final class CloudCatalog implements RangeIndex {
    private static final int LARGEST_ANSWER = 50;

    private final TreeMap<String, Entity> rows = new TreeMap<>();
    private long cursor;
    private boolean deltasLost;
    private boolean wrongDigest;
    private boolean old;
    private final List<Integer> rowsSent = new ArrayList<>();

    CloudCatalog() {
        put(Entity.SETTING, "currency", Optional.of(Json.write(new SettingBody("GBP"))));
    }

    synchronized void product(String code, String name, long priceMinor) {
        ProductBody body = new ProductBody(name, List.of(code), priceMinor, false, Optional.empty(), Optional.empty());
        put(Entity.PRODUCT, code, Optional.of(Json.write(body)));
    }

    synchronized void delete(String code) {
        put(Entity.PRODUCT, code, Optional.empty());
    }

    /** No delta can be given from any cursor before now. */
    synchronized void loseDeltas() {
        deltasLost = true;
    }

    /** The next states that are told do not fit the rows. */
    synchronized void tellWrongDigests(boolean wrong) {
        wrongDigest = wrong;
    }

    /** How many rows each snapshot held that was asked for. */
    synchronized List<Integer> rowsSent() {
        return List.copyOf(rowsSent);
    }

    /** It is put back to an older state: the last changes never were. */
    synchronized void forgetLast(int changes) {
        cursor -= changes;
        rows.values().removeIf(row -> row.seq() > cursor);
    }

    /** It knows nothing of comparing catalogs. */
    synchronized void beOld() {
        old = true;
    }

    @Override
    public synchronized CatalogState state() {
        List<Entity> present = present();
        long digest = present.stream().mapToLong(Entity::digest).sum();
        return CatalogState.of(cursor, present.size(), wrongDigest ? digest + 1 : digest);
    }

    synchronized Reply snapshot(String query) {
        deltasLost = false;
        String after = query.startsWith("after=")
                ? key(URLDecoder.decode(query.substring("after=".length()), StandardCharsets.UTF_8))
                : "";
        List<Entity> rest = present().stream()
                .filter(row -> key(row.type() + ":" + row.id()).compareTo(after) > 0)
                .toList();
        rowsSent.add(rest.size());
        List<SnapshotLine> lines = new ArrayList<>();
        lines.add(new SnapshotLine.Header(cursor, present().size()));
        rest.forEach(row -> lines.add(new SnapshotLine.Row(row)));
        lines.add(new SnapshotLine.Trailer(rest.size()));
        StringBuilder text = new StringBuilder();
        for (SnapshotLine line : lines) {
            text.append(Json.write(line)).append('\n');
        }
        return Reply.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    synchronized Reply pull(String query) {
        long from = Long.parseLong(query.replaceAll(".*cursor=(\\d+).*", "$1"));
        if (deltasLost || from > cursor) {
            return Reply.refusal(410, ErrorCode.POS_CATALOG_DELTA_FAILED, "Take a snapshot.");
        }
        List<Entity> changes = rows.values().stream()
                .filter(row -> row.seq() > from)
                .sorted(Comparator.comparingLong(Entity::seq))
                .toList();
        boolean more = changes.size() > LARGEST_ANSWER;
        List<Entity> page = more ? changes.subList(0, LARGEST_ANSWER) : changes;
        long reached = more ? page.get(page.size() - 1).seq() : cursor;
        return Reply.of(Json.write(new PullAnswer(page, reached, more, state())).getBytes(StandardCharsets.UTF_8));
    }

    synchronized Reply reconcile(ReconcileRequest request) {
        return old
                ? Reply.refusal(404, ErrorCode.POS_SYNC_NOT_FOUND, "There is no such call.")
                : Reply.of(Json.write(Answers.answer(this, request)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        RangeSum[] sums = new RangeSum[parts];
        Arrays.fill(sums, RangeSum.NONE);
        for (Entity row : rows(range)) {
            int part = (int) ((row.place() - range.first()) / (range.width() / parts));
            sums[part] = sums[part].plus(new RangeSum(1, row.digest()));
        }
        return List.of(sums);
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        return present().stream().filter(row -> range.holds(row.place())).toList();
    }

    private void put(String type, String id, Optional<String> body) {
        rows.put(key(type + ":" + id), new Entity(type, id, ++cursor, body));
    }

    private List<Entity> present() {
        return rows.values().stream().filter(row -> !row.deleted()).toList();
    }

    private static String key(String typeAndId) {
        return typeAndId.replaceFirst(":", "\n");
    }
}
