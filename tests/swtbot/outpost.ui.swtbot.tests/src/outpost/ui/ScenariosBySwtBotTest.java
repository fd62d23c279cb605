package outpost.ui;

import org.junit.jupiter.api.Nested;

/** The scenarios once more, by SWTBot's hands. */
class ScenariosBySwtBotTest {
    @Nested
    class Sell extends SellScenarioTest {}

    @Nested
    class Checkout extends CheckoutScenarioTest {}

    @Nested
    class Day extends DayScenarioTest {}

    @Nested
    class Attendance extends AttendanceScenarioTest {}

    @Nested
    class Reconcile extends ReconcileScenarioTest {}

    @Nested
    class Queue extends QueueScenarioTest {}

    @Nested
    class Stock extends StockScenarioTest {}

    @Nested
    class Service extends ServiceScenarioTest {}

    @Nested
    class Enrolment extends EnrolmentScenarioTest {}

    @Nested
    class PrintedReceipt extends PrintedReceiptScenarioTest {}

    @Nested
    class Damage extends DamageScenarioTest {}
}
