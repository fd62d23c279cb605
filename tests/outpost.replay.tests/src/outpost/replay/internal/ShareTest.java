package outpost.replay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({"1500,4", "1500,7", "3,4", "0,2", "1,1"})
    void everyTicketIsInExactlyOneShare(long tickets, int tills) {
        LongStream.range(0, tickets)
                .forEach(place -> assertEquals(
                        1, shares(tills).filter(share -> share.holds(place)).count()));
        shares(tills)
                .forEach(share -> assertEquals(
                        LongStream.range(0, tickets).filter(share::holds).count(), share.sizeIn(tickets)));
    }

    @Test
    void aShareIsReadAsItIsWritten() {
        assertEquals(new Share(2, 4), Share.parse("2/4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "4", "a/b", "1/", "-1/4", "1/4/2"})
    void whatIsNoShareIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Share.parse(text));
    }

    private static Stream<Share> shares(int tills) {
        return IntStream.rangeClosed(1, tills).mapToObj(number -> new Share(number, tills));
    }
}
