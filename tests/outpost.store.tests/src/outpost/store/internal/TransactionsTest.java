package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.store.StoreException;
import outpost.store.Transaction;

/** What a transaction promises: all of it or nothing, one writer, readers with a picture of their own. */
@Timeout(60)
class TransactionsTest extends StoreFixture {
    @Test
    void aPartThatFailsTakesItsOwnWritesBackAndNoMore() {
        List<String> followed = new ArrayList<>();
        store.write(transaction -> {
            insert(transaction, "tea");
            assertThrows(
                    StoreException.class,
                    () -> transaction.nested(part -> {
                        insert(part, "coffee");
                        part.afterCommit(() -> followed.add("coffee"));
                        return part.update("INSERT INTO no_such_table VALUES (1)");
                    }));
            transaction.nested(part -> {
                insert(part, "milk");
                part.afterCommit(() -> followed.add("milk"));
                assertThrows(
                        IllegalStateException.class,
                        () -> part.nested(inner -> {
                            insert(inner, "sugar");
                            throw new IllegalStateException("no sugar");
                        }));
                return "milk";
            });
            return transaction;
        });

        assertEquals(List.of("milk", "tea"), names().stream().sorted().toList());
        assertEquals(List.of("milk"), followed);
    }

    @Test
    void workThatThrowsLeavesNothingAndItsOwnExceptionArrives() {
        IllegalArgumentException thrown = new IllegalArgumentException("no");

        Exception arrived = assertThrows(
                IllegalArgumentException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    throw thrown;
                }));

        assertSame(thrown, arrived);
        assertEquals(List.of(), names());
    }

    @Test
    void anErrorRollsBackTooAndTheStoreGoesOn() {
        assertThrows(
                AssertionError.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    throw new AssertionError("a bug in the work");
                }));
        add("coffee");

        assertEquals(List.of("coffee"), names());
    }

    @Test
    void afterAFailedStatementNothingOfTheTransactionIsStoredEvenIfTheFailureWasCaught() {
        add("tea");

        assertThrows(
                StoreException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "coffee");
                    assertThrows(StoreException.class, () -> insert(transaction, "tea"));
                    return "as if nothing had happened";
                }));

        assertEquals(List.of("tea"), names());
    }

    @Test
    void aReaderKeepsItsPictureWhileTheWriterCommits() throws Exception {
        add("tea");

        List<Long> counts = store.read(transaction -> {
            long before = count(transaction);
            CompletableFuture.runAsync(() -> add("coffee")).join();
            return List.of(before, count(transaction));
        });

        assertEquals(List.of(1L, 1L), counts);
        assertEquals(2, names().size());
    }

    @Test
    void readersDoNotWaitForTheWriterAndDoNotSeeWhatIsNotCommitted() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> store.write(transaction -> {
            insert(transaction, "tea");
            written.countDown();
            await(read);
            return "done";
        }));
        await(written);

        assertEquals(List.of(), names());
        read.countDown();
        writing.join();
        assertEquals(List.of("tea"), names());
    }

    @Test
    void moreReadersThanConnectionsTakeTurns() {
        add("tea");
        List<CompletableFuture<List<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readers.add(CompletableFuture.supplyAsync(this::names));
        }

        readers.forEach(reader -> assertEquals(List.of("tea"), reader.join()));
    }

    @Test
    void aReaderCannotWrite() {
        assertThrows(StoreException.class, () -> store.read(transaction -> insert(transaction, "tea")));
        assertThrows(
                IllegalStateException.class,
                () -> store.read(transaction -> {
                    transaction.afterCommit(() -> {});
                    return "never";
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void aWriteWithinAWriteIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    add("coffee");
                    return "never";
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void aTransactionThatWasKeptIsOfNoUse() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        store.write(transaction -> {
            kept.set(transaction);
            return "done";
        });

        assertThrows(IllegalStateException.class, () -> insert(kept.get(), "tea"));
        assertThrows(IllegalStateException.class, () -> kept.get().afterCommit(() -> {}));
    }

    @Test
    void whatFollowsACommitRunsInOrderAndSeesIt() {
        List<String> seen = new ArrayList<>();
        store.write(transaction -> {
            transaction.afterCommit(() -> seen.add("first sees " + names()));
            transaction.afterCommit(() -> {
                throw new IllegalStateException("a listener's bug");
            });
            transaction.afterCommit(() -> seen.add("third"));
            return insert(transaction, "tea");
        });

        assertEquals(List.of("first sees [tea]", "third"), seen);
    }

    @Test
    void nothingFollowsARollback() {
        List<String> seen = new ArrayList<>();

        assertThrows(
                IllegalArgumentException.class,
                () -> store.write(transaction -> {
                    transaction.afterCommit(() -> seen.add("wrong"));
                    throw new IllegalArgumentException("no");
                }));

        assertEquals(List.of(), seen);
    }

    @Test
    void anInterruptedCallerStillLearnsThatItsWorkWasStored() {
        Thread.currentThread().interrupt();

        add("tea");

        assertTrue(Thread.interrupted());
        assertEquals(List.of("tea"), names());
    }

    private static long count(Transaction transaction) {
        return transaction.number("SELECT count(*) FROM things");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "waited in vain");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
