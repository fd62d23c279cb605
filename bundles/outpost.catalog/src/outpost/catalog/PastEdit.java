package outpost.catalog;

import java.util.List;
import outpost.protocol.ProductEdit;
import outpost.values.HlcStamp;
import outpost.values.TerminalId;

/**
 * What somebody of the branch changed of a product.
 *
 * @param at by the hybrid clock of the lane that it was done at
 * @param by the name of who did it
 */
public record PastEdit(HlcStamp at, TerminalId lane, String by, List<ProductEdit.Change> changes) {
    public PastEdit {
        changes = List.copyOf(changes);
    }
}
