package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.values.Quantity;
import outpost.values.reckoning.Paid;

class DiscountedSaleTest {
    private static final int SALES = 300;

    @Test
    void whatTheEngineReckonedIsTakenAndIsTheSameAfterItTravelled(TestReporter reporter) {
        Random random = seeded(reporter);
        for (int i = 0; i < SALES; i++) {
            SalePayload sale = DiscountedSale.random(random);

            assertEquals(sale, Json.read(Json.write(sale), SalePayload.class));
        }
    }

    @Test
    @Tag("A-203")
    void aUnitMoreOrLessInAnyReckonedAmountIsRefused(TestReporter reporter) throws IOException {
        Random random = seeded(reporter);
        int spoilt = 0;
        for (int i = 0; i < SALES / 10; i++) {
            String sale = Json.write(DiscountedSale.random(random));
            for (String pointer : reckonedAmounts(Json.mapper().readTree(sale))) {
                for (long by : new long[] {-1, 1}) {
                    String changed = changed(sale, pointer, by);
                    assertThrows(
                            MalformedMessageException.class,
                            () -> Json.read(changed, SalePayload.class),
                            () -> pointer + " in " + changed);
                    spoilt++;
                }
            }
        }
        assertTrue(spoilt > SALES, "only " + spoilt + " amounts were spoilt");
    }

    @Test
    void theRefundsOfALineGiveBackWhatWasPaid(TestReporter reporter) {
        Random random = seeded(reporter);
        for (int i = 0; i < SALES; i++) {
            SalePayload sale = DiscountedSale.random(random);
            Paid paid = sale.paid(1);
            long half = paid.quantity().milli() / 2;
            long back = 0;
            if (half > 0) {
                back += DiscountedSale.refund(sale, 1, new Quantity(0), new Quantity(half))
                        .totalMinor();
            }
            Quantity rest = new Quantity(paid.quantity().milli() - half);
            SalePayload last = DiscountedSale.refund(sale, 1, new Quantity(half), rest);
            back += last.totalMinor();

            long onTop = sale.pricesContainTax() ? 0 : paid.taxMinor();
            assertEquals(-(paid.totalMinor() + onTop), back);
            assertEquals(last, Json.read(Json.write(last), SalePayload.class));
        }
    }

    @Test
    void moreThanWasPaidCannotGoBack() throws IOException {
        SalePayload sale = DiscountedSale.random(new Random(3));
        String refund = Json.write(
                DiscountedSale.refund(sale, 1, new Quantity(0), sale.paid(1).quantity()));
        long price =
                Json.mapper().readTree(refund).at("/lines/0/unitPriceMinor").longValue();

        refused(changed(refund, "/lines/0/totalMinor", -100 * price));
        refused(changed(refund, "/lines/0/taxMinor", -5));
        refused(changed(refund, "/lines/0/taxMinor", 100_000));
        refused(without(refund, "taxMinor"));
        refused(refund.replace("\"quantityMilli\":-", "\"quantityMilli\":"));
    }

    @Test
    void aLineOfGoodsThatCameBackCannotComeBackAgain() {
        SalePayload sale = DiscountedSale.random(new Random(3));
        SalePayload refund =
                DiscountedSale.refund(sale, 1, new Quantity(0), sale.paid(1).quantity());

        assertThrows(IllegalArgumentException.class, () -> refund.paid(1));
        assertThrows(IllegalArgumentException.class, () -> sale.paid(0));
        assertThrows(
                IllegalArgumentException.class, () -> sale.paid(sale.lines().size() + 1));
    }

    @Test
    void whatASaleSaysBesideItsSumsHasAForm() {
        String sale = Json.write(DiscountedSale.random(new Random(4)));

        refused(sale.replace("2026-01-31", "2026-02-31"));
        refused(sale.replace("0".repeat(64), "0".repeat(63)));
        refused(sale.replace("\"seq\":12", "\"seq\":0"));
        refused(sale.replace("\"ageChecked\":18", "\"ageChecked\":0"));
        refused(sale.replace("\"cashStepMinor\":5", "\"cashStepMinor\":0"));
    }

    @Test
    void aSaleOfTheFirstVersionReadsAsItWas() {
        String first =
                "{\"saleId\":\"00000000-0000-0001-0000-000000000002\",\"receiptNumber\":\"t-1\",\"currency\":\"GBP\","
                        + "\"cashier\":\"Kim\",\"lines\":[{\"lineNo\":1,\"code\":\"c\",\"name\":\"n\",\"quantityMilli\":2000,"
                        + "\"unitPriceMinor\":60,\"totalMinor\":120,\"taxRateId\":\"s\",\"taxRatePpm\":200000}],"
                        + "\"taxes\":[{\"taxRateId\":\"s\",\"taxRatePpm\":200000,\"grossMinor\":120,\"taxMinor\":20}],"
                        + "\"tenders\":[{\"type\":\"cash\",\"amountMinor\":120,\"tenderedMinor\":200,\"changeMinor\":80}],"
                        + "\"totalMinor\":120}";

        SalePayload sale = Json.read(first, SalePayload.class);

        assertTrue(sale.pricesContainTax() && sale.counts());
        assertEquals(new Paid(Quantity.of(2), 120, 20), sale.paid(1));
        assertEquals(first, Json.write(sale));
    }

    /** Where amounts stand that follow from others. */
    private static List<String> reckonedAmounts(JsonNode sale) {
        List<String> pointers = new ArrayList<>(List.of("/totalMinor", "/roundingMinor"));
        for (int i = 0; i < sale.get("lines").size(); i++) {
            pointers.add("/lines/" + i + "/totalMinor");
            pointers.add("/lines/" + i + "/taxMinor");
            JsonNode discounts = sale.at("/lines/" + i + "/discounts");
            for (int j = 0; j < discounts.size(); j++) {
                pointers.add("/lines/" + i + "/discounts/" + j + "/amountMinor");
            }
        }
        for (int i = 0; i < sale.get("taxes").size(); i++) {
            pointers.add("/taxes/" + i + "/grossMinor");
            pointers.add("/taxes/" + i + "/taxMinor");
        }
        for (int i = 0; i < sale.get("tenders").size(); i++) {
            pointers.add("/tenders/" + i + "/amountMinor");
        }
        return pointers;
    }

    private static String changed(String sale, String pointer, long by) throws IOException {
        JsonNode tree = Json.mapper().readTree(sale);
        int end = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) tree.at(pointer.substring(0, end));
        String field = pointer.substring(end + 1);
        parent.put(field, parent.get(field).longValue() + by);
        return tree.toString();
    }

    private static String without(String sale, String fieldOfFirstLine) throws IOException {
        JsonNode tree = Json.mapper().readTree(sale);
        ((ObjectNode) ((ArrayNode) tree.get("lines")).get(0)).remove(fieldOfFirstLine);
        return tree.toString();
    }

    private static void refused(String sale) {
        assertThrows(MalformedMessageException.class, () -> Json.read(sale, SalePayload.class), sale);
    }

    private static Random seeded(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        return new Random(seed);
    }
}
