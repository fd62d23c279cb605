package outpost.till.ui.internal.day.journal;

/** What entries of the journal are called. */
final class KindNames {
    private KindNames() {}

    /** One that only a later version knows keeps its own name. */
    static String of(String kind, JournalMessages messages) {
        return switch (kind) {
            case "sale" -> messages.sale();
            case "refund" -> messages.refund();
            case "void_line" -> messages.voidLine();
            case "void_ticket" -> messages.voidTicket();
            case "discount" -> messages.discount();
            case "ticket_discount" -> messages.ticketDiscount();
            case "price_override" -> messages.priceOverride();
            case "open_item" -> messages.openItem();
            case "return_without_receipt" -> messages.returnWithoutReceipt();
            case "age_check" -> messages.ageCheck();
            case "tender_back" -> messages.tenderBack();
            case "drawer" -> messages.drawer();
            case "cash_in" -> messages.cashIn();
            case "cash_out" -> messages.cashOut();
            case "shift_open" -> messages.shiftOpen();
            case "shift_close" -> messages.shiftClose();
            case "x_report" -> messages.xReport();
            case "z_copy" -> messages.zCopy();
            case "reprint" -> messages.reprint();
            case "log_in" -> messages.logIn();
            case "log_out" -> messages.logOut();
            case "lock" -> messages.lock();
            case "unlock" -> messages.unlock();
            case "wrong_pin" -> messages.wrongPin();
            case "training_on" -> messages.trainingOn();
            case "training_off" -> messages.trainingOff();
            case "supervision" -> messages.supervision();
            case "product_change" -> messages.productChange();
            case "conflict_decided" -> messages.conflictDecided();
            case "event_replayed" -> messages.eventReplayed();
            case "discard_event" -> messages.discardEvent();
            case "catalog_check" -> messages.catalogCheck();
            case "catalog_mend" -> messages.catalogMend();
            case "catalog_rebuild" -> messages.catalogRebuild();
            case "catalog_export" -> messages.catalogExport();
            case "sync_now" -> messages.syncNow();
            case "stock_receipt" -> messages.stockReceipt();
            case "stock_count" -> messages.stockCount();
            case "stock_waste" -> messages.stockWaste();
            case "stock_correction" -> messages.stockCorrection();
            case "service_setting" -> messages.serviceSetting();
            case "service_test_print" -> messages.serviceTestPrint();
            case "service_drawer" -> messages.serviceDrawer();
            case "service_test_display" -> messages.serviceTestDisplay();
            case "service_network" -> messages.serviceNetwork();
            case "service_database" -> messages.serviceDatabase();
            case "service_export" -> messages.serviceExport();
            case "service_update_check" -> messages.serviceUpdateCheck();
            case "service_update" -> messages.serviceUpdate();
            case "service_rollback" -> messages.serviceRollback();
            case "service_pin" -> messages.servicePin();
            case "service_restart" -> messages.serviceRestart();
            default -> kind.replace('_', ' ');
        };
    }
}
