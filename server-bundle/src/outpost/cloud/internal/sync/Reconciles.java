package outpost.cloud.internal.sync;

import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.catalog.Places;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.store.Database;
import outpost.protocol.ErrorCode;
import outpost.protocol.Limits;
import outpost.protocol.reconcile.Answers;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcileRequest;

/** Compares a till's catalog with what its branch should have. */
public final class Reconciles {
    private final Database database;
    private final Places places;

    public Reconciles(Database database) {
        this.database = database;
        this.places = new Places(database);
    }

    /** @throws RefusedException if a manifest is too long, or what is claimed of a range cannot be */
    public ReconcileAnswer answer(Caller.Lane lane, ReconcileRequest request) {
        if (Answers.manifestRows(request) > Limits.RECONCILE_HASHES) {
            throw new RefusedException(
                    413,
                    ErrorCode.POS_CATALOG_MANIFEST_TOO_LARGE,
                    "The manifests list more than " + Limits.RECONCILE_HASHES
                            + " rows; send fingerprints, or smaller ranges");
        }
        Optional<ReconcileAnswer> answer = ofPlaced(lane, request);
        if (answer.isEmpty()) {
            places.fill(lane.tenant());
            answer = ofPlaced(lane, request);
        }
        return answer.orElseThrow(() -> new RefusedException(
                503, ErrorCode.POS_SYNC_STORAGE_FAILED, "The catalog is changing too fast; ask again later"));
    }

    /** Empty where the rows' places have to be filled in first. */
    private Optional<ReconcileAnswer> ofPlaced(Caller.Lane lane, ReconcileRequest request) {
        return database.read(em -> {
            Tenant tenant = em.find(Tenant.class, lane.tenant().value());
            if (!tenant.isPlaced()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Answers.answer(new PlacedRows(em, lane), request));
            } catch (IllegalArgumentException e) {
                throw new RefusedException(400, ErrorCode.POS_CATALOG_RECONCILE_FAILED, e.getMessage());
            }
        });
    }
}
