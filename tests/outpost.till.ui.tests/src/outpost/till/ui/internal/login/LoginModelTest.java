package outpost.till.ui.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.MessageFiles;
import outpost.sales.User;
import outpost.till.ui.internal.Refusals;
import outpost.till.ui.internal.SellMessages;
import outpost.till.ui.internal.day.DayFixture;
import outpost.till.ui.internal.refusal.RefusalMessages;
import outpost.widgets.Messages;

/** LiveTill: logging in on a till's real staff. */
class LoginModelTest {
    @TempDir
    Path folder;

    private static LoginModel model(DayFixture till) {
        LoginModel model = new LoginModel(
                till.staff(),
                till.atOnce(),
                Messages.of(LoginMessages.class, () -> Locale.UK),
                new Refusals(
                        Messages.of(RefusalMessages.class, () -> Locale.UK),
                        Messages.of(SellMessages.class, () -> Locale.UK),
                        () -> Locale.UK));
        model.refresh();
        return model;
    }

    private static User user(LoginModel model, String id) {
        return model.users().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(LoginMessages.class));
    }

    @Test
    void nameAndPinOpenTheTill() {
        try (DayFixture till = DayFixture.withStaff(folder)) {
            LoginModel model = model(till);
            assertEquals(
                    List.of("Ann", "Max"),
                    model.users().stream().map(User::name).toList());
            model.submit();
            assertEquals("Choose your name first.", model.problem());

            model.select(user(model, DayFixture.CASHIER));
            model.type("111");
            model.type("x");
            model.type("1");
            assertEquals(4, model.digits());
            model.submit();

            assertEquals(Optional.of("Ann"), till.staff().present().map(User::name));
        }
    }

    @Test
    void wrongPinsAreSaidAndMustBeWaitedForFromTheThirdOn() {
        try (DayFixture till = DayFixture.withStaff(folder)) {
            LoginModel model = model(till);
            model.select(user(model, DayFixture.CASHIER));
            for (int i = 0; i < 3; i++) {
                assertFalse(model.problem().contains(" s."), model.problem());
                model.type("9999");
                model.submit();
                assertTrue(model.problem().startsWith("That is not the PIN."), model.problem());
                assertEquals(0, model.digits());
            }
            assertTrue(model.problem().contains(" s."), model.problem());

            model.type(DayFixture.CASHIER_PIN);
            model.submit();
            assertTrue(till.staff().present().isEmpty());
        }
    }

    @Test
    void whoLockedTheTillIsOfferedFirstAndAnotherMayComeInstead() {
        try (DayFixture till = DayFixture.withStaff(folder)) {
            till.staff().logIn(DayFixture.CASHIER, DayFixture.CASHIER_PIN);
            till.staff().lock();
            LoginModel model = model(till);
            assertTrue(model.isLocked());
            assertEquals(Optional.of("Ann"), model.selected().map(User::name));

            model.select(user(model, DayFixture.MANAGER));
            model.type(DayFixture.MANAGER_PIN);
            model.submit();

            assertEquals(Optional.of("Max"), till.staff().present().map(User::name));
        }
    }

    @Test
    void theTillIsShutUntilSomebodyIsThere() {
        try (DayFixture till = DayFixture.withStaff(folder)) {
            CashierModel model = new CashierModel(till.staff(), till.training(), till.atOnce(), () -> true);
            assertTrue(model.isShut());
            till.staff().logIn(DayFixture.CASHIER, DayFixture.CASHIER_PIN);
            assertFalse(model.isShut());
            model.lock();
            assertTrue(model.isShut());
        }
    }
}
