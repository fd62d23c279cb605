package outpost.till.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import outpost.sales.NotAllowedException;
import outpost.sales.RefusedException;
import outpost.sales.TenderType;
import outpost.sales.WrongPinException;
import outpost.store.StoreException;
import outpost.till.ui.internal.refusal.RefusalMessages;
import outpost.values.Money;
import outpost.widgets.Amounts;
import outpost.widgets.Look;

/** Says in the cashier's language why something was not done, and what to do. What only a technician understands stands in the log. */
public final class Refusals {
    private final RefusalMessages messages;
    private final SellMessages texts;
    private final Supplier<Locale> locale;

    public Refusals(RefusalMessages messages, SellMessages texts, Supplier<Locale> locale) {
        this.messages = messages;
        this.texts = texts;
        this.locale = locale;
    }

    /** Those that speak the window's language. */
    public static Refusals in(Look look) {
        return new Refusals(look.messages(RefusalMessages.class), look.messages(SellMessages.class), look::locale);
    }

    /** Whether it is the till's answer, and no fault of the till. */
    public static boolean isRefusal(RuntimeException failure) {
        return failure instanceof RefusedException
                || failure instanceof NotAllowedException
                || failure instanceof WrongPinException;
    }

    public String sentence(RuntimeException failure) {
        if (failure instanceof RefusedException refused) {
            return sentence(refused, refused.values());
        }
        if (failure instanceof StoreException store) {
            return store.isDamage() ? messages.fileDamaged() : messages.diskFailed();
        }
        return failure instanceof ArithmeticException ? messages.sumTooLarge() : messages.unexpected();
    }

    private String sentence(RefusedException refused, List<Object> values) {
        return switch (refused.refusal()) {
            case NOT_ENROLLED -> messages.notEnrolled();
            case NOBODY_LOGGED_IN -> messages.nobodyLoggedIn();
            case NO_SUCH_USER -> messages.noSuchUser();
            case TRAINING_NOT_ALLOWED -> messages.trainingNotAllowed();
            case REASON_TOO_LONG -> messages.reasonTooLong((int) values.get(0));
            case TICKET_FULL -> messages.ticketFull((int) values.get(0));
            case TICKET_BUSY -> messages.ticketBusy();
            case TICKET_BEING_PAID -> messages.ticketBeingPaid();
            case FINISH_TICKET_FIRST -> messages.finishTicketFirst();
            case NOTHING_TO_HOLD -> messages.nothingToHold();
            case HELD_GONE -> messages.heldGone();
            case HELD_OUT_OF_REACH -> messages.heldOutOfReach();
            case HELD_IN_TRAINING -> messages.heldInTraining();
            case HELD_OUTSIDE_TRAINING -> messages.heldOutsideTraining();
            case NOTHING_TO_DISCOUNT -> messages.nothingToDiscount();
            case DISCOUNT_TOO_LARGE -> messages.discountTooLarge();
            case RETURN_PRICE_FIXED -> messages.returnPriceFixed();
            case ALREADY_A_RETURN -> messages.alreadyAReturn();
            case MORE_THAN_LEFT -> messages.moreThanLeft(said(values.get(0)), said(values.get(1)));
            case REFUNDED_MEANWHILE -> messages.refundedMeanwhile(said(values.get(0)), said(values.get(1)));
            case NO_SUCH_RECEIPT -> messages.noSuchReceipt(said(values.get(0)));
            case NOTHING_TO_PAY -> messages.nothingToPay();
            case NOT_PAID_YET -> messages.notPaidYet(said(values.get(0)));
            case NOTHING_LEFT_TO_PAY -> messages.nothingLeftToPay();
            case AGE_UNASKED -> messages.ageUnasked(said(values.get(0)));
            case REFERENCE_NEEDED -> messages.referenceNeeded(said(values.get(0)));
            case CUSTOMER_NEEDED -> messages.customerNeeded(said(values.get(0)));
            case TOO_MANY_TENDERS -> messages.tooManyTenders((int) values.get(0));
            case CASH_STEP -> messages.cashStep(said(values.get(0)));
            case PAYS_OUT_AT_MOST -> messages.paysOutAtMost(said(values.get(0)));
            case NO_CHANGE -> messages.noChange(said(values.get(0)), said(values.get(1)));
            case TO_BE_PAID -> messages.toBePaid(said(values.get(0)));
            case TO_BE_PAID_OUT -> messages.toBePaidOut(said(values.get(0)));
            case SHIFT_STILL_OPEN -> messages.shiftStillOpen(said(values.get(0)));
            case NO_SHIFT -> messages.noShift();
            case AMOUNT_ABOVE_ZERO -> messages.amountAboveZero();
        };
    }

    private String said(Object value) {
        if (value instanceof Money money) {
            return Amounts.of(money, locale.get());
        }
        return value instanceof TenderType type ? TenderNames.of(type, texts) : value.toString();
    }
}
