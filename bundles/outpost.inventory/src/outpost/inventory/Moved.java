package outpost.inventory;

import java.util.Optional;
import outpost.protocol.stock.StockMovement;
import outpost.values.TerminalId;

/**
 * One movement and who told it.
 *
 * @param lane the till where it happened
 * @param by the cashier, or who entered the document
 * @param reference the receipt's number, or the document's reference
 * @param reason why, as the shop names it
 */
public record Moved(
        StockMovement movement,
        TerminalId lane,
        String by,
        Optional<String> reference,
        Optional<String> reason,
        Optional<String> note) {}
