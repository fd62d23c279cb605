package outpost.reconcile.ui.internal.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.reconcile.ui.internal.comparison.ComparisonMessages;
import outpost.reconcile.ui.internal.conflict.ConflictMessages;
import outpost.reconcile.ui.internal.health.HealthMessages;
import outpost.reconcile.ui.internal.product.ProductMessages;
import outpost.reconcile.ui.internal.stock.StockMessages;
import outpost.reconcile.ui.internal.words.Words;
import outpost.widgets.Messages;

class QueuedEventTest {
    private static QueuedEvent of(OutboxEntry entry) {
        return QueuedEvent.of(
                entry,
                Messages.of(QueueMessages.class, () -> Locale.UK),
                Messages.of(Words.class, () -> Locale.UK),
                Locale.UK);
    }

    @Test
    void everyLanguageHasEachMessage() {
        for (Class<?> messages : List.of(
                QueueMessages.class,
                Words.class,
                HealthMessages.class,
                ConflictMessages.class,
                ComparisonMessages.class,
                ProductMessages.class,
                StockMessages.class)) {
            assertEquals(List.of(), MessageFiles.faults(messages), messages.getName());
        }
    }

    private static QueuedEvent refused(String code) {
        return of(new OutboxEntry(
                QueueFixture.event(7, QueueFixture.SALE),
                State.PARKED,
                3,
                Optional.of(code),
                Optional.of("taxes do not follow from the lines"),
                List.of()));
    }

    @Test
    void aSaleIsToldByItsReceiptAndAmount() {
        QueuedEvent event = of(new OutboxEntry(
                QueueFixture.event(7, QueueFixture.SALE),
                State.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of()));

        assertEquals("Sale", event.title());
        assertEquals("1-7", event.number());
        assertEquals("£1.99", event.amount());
        assertEquals("31 Jan 2026, 10:15", event.time());
        assertEquals("Waiting", event.state());
        assertEquals(List.of("1 × Pen blue   £1.99"), event.content());
    }

    @Test
    void aRefusalIsToldInWordsAndForTheTechnicianWithCodeReasonAndAttempts() {
        QueuedEvent event = refused("POS_SYNC_EVENT_INVALID");

        assertTrue(event.parked());
        assertTrue(event.reason().contains("contradiction"), event.reason());
        assertTrue(event.advice().contains("send it again"), event.advice());
        assertEquals(
                "POS_SYNC_EVENT_INVALID: taxes do not follow from the lines\nrefused 3 times\nevent till-1/pos-1/7",
                event.technical());
    }

    @Test
    void aForkIsNotAdvisedToBeSentAgain() {
        QueuedEvent event = refused("POS_SYNC_EVENT_FORK");

        assertTrue(event.reason().contains("copied or put back"), event.reason());
        assertTrue(event.advice().contains("number range"), event.advice());
    }

    @Test
    void aCodeOfANewerCloudShowsTheCloudsOwnWords() {
        assertEquals(
                "taxes do not follow from the lines",
                refused("POS_SYNC_SOMETHING_NEW").reason());
    }

    @Test
    void contentThatCannotBeReadIsShownAllTheSame() {
        QueuedEvent event = of(new OutboxEntry(
                QueueFixture.event(7, "{"),
                State.PARKED,
                3,
                Optional.of("POS_SYNC_EVENT_INVALID"),
                Optional.empty(),
                List.of()));

        assertEquals("Sale", event.title());
        assertEquals("", event.number());
        assertEquals("", event.amount());
        assertEquals(List.of(), event.content());
        assertEquals("{", event.written());
    }
}
