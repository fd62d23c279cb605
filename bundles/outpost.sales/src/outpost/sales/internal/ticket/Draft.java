package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import outpost.protocol.Limits;
import outpost.sales.CustomerName;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.values.reckoning.Terms;

/**
 * The open ticket as it is kept: what was rung, and not what follows from that. Nothing of it changes; each change makes another one.
 *
 * @param begunAt ISO 8601
 * @param currency and {@code taxIncluded} and {@code cashStepMinor}: how it is reckoned to its end, whatever the business decides meanwhile
 * @param approvedBy names of those whose leave something on it needed
 */
record Draft(
        UUID id,
        String begunAt,
        String currency,
        boolean taxIncluded,
        long cashStepMinor,
        int nextLineId,
        List<DraftLine> lines,
        Optional<Given> discount,
        Optional<CustomerName> customer,
        Optional<String> note,
        boolean training,
        List<DraftTender> tenders,
        List<String> approvedBy) {
    Draft {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        approvedBy = List.copyOf(approvedBy);
        if (lines.size() > Limits.LINES_PER_SALE) {
            throw new RefusedException(Refusal.TICKET_FULL, Limits.LINES_PER_SALE);
        }
    }

    static Draft empty(UUID id, String begunAt, Terms terms, boolean training) {
        return new Draft(
                id,
                begunAt,
                terms.currency().getCurrencyCode(),
                terms.taxIncluded(),
                terms.cashStepMinor(),
                1,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                training,
                List.of(),
                List.of());
    }

    Terms terms() {
        return new Terms(Currency.getInstance(currency), taxIncluded, cashStepMinor);
    }

    /** Nothing was rung, and nothing else is worth keeping either. */
    boolean isBlank() {
        return lines.isEmpty() && customer.isEmpty() && note.isEmpty();
    }

    /** @throws IllegalArgumentException if there is no such line */
    DraftLine line(int lineId) {
        return lines.stream()
                .filter(line -> line.id() == lineId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ticket has no line " + lineId));
    }

    /** Adds a line at the end, which must have the next line's id. */
    Draft plus(DraftLine line) {
        List<DraftLine> more = new ArrayList<>(lines);
        more.add(line);
        return with(more, nextLineId + 1);
    }

    Draft change(int lineId, UnaryOperator<DraftLine> change) {
        line(lineId);
        return with(
                lines.stream()
                        .map(line -> line.id() == lineId ? change.apply(line) : line)
                        .toList(),
                nextLineId);
    }

    Draft without(int lineId) {
        line(lineId);
        List<DraftLine> fewer =
                lines.stream().filter(line -> line.id() != lineId).toList();
        return with(fewer, nextLineId);
    }

    Draft withDiscount(Optional<Given> given) {
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                nextLineId,
                lines,
                given,
                customer,
                note,
                training,
                tenders,
                approvedBy);
    }

    Draft withCustomer(Optional<CustomerName> name) {
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                nextLineId,
                lines,
                discount,
                name,
                note,
                training,
                tenders,
                approvedBy);
    }

    Draft withNote(Optional<String> text) {
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                nextLineId,
                lines,
                discount,
                customer,
                text,
                training,
                tenders,
                approvedBy);
    }

    Draft withTenders(List<DraftTender> taken) {
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                nextLineId,
                lines,
                discount,
                customer,
                note,
                training,
                taken,
                approvedBy);
    }

    Draft approvedBy(String name) {
        if (approvedBy.contains(name)) {
            return this;
        }
        List<String> names = new ArrayList<>(approvedBy);
        names.add(name);
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                nextLineId,
                lines,
                discount,
                customer,
                note,
                training,
                tenders,
                names);
    }

    private Draft with(List<DraftLine> others, int next) {
        return new Draft(
                id,
                begunAt,
                currency,
                taxIncluded,
                cashStepMinor,
                next,
                others,
                discount,
                customer,
                note,
                training,
                tenders,
                approvedBy);
    }
}
