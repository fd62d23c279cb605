package outpost.reconcile.ui.internal.stock;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.swt.widgets.Composite;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.inventory.Inventory;
import outpost.outbox.Terminal;
import outpost.protocol.stock.StockKind;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.room.RoomMessages;
import outpost.room.RoomPart;
import outpost.room.RoomView;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.ask.AskTexts;

/** The Stock perspective: what is there, what moved, and the documents that say so. */
public final class StockPart extends RoomPart {
    public StockPart() {
        super("stock", Right.STOCK);
    }

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            IEventBroker broker,
            Terminal terminal,
            Catalog catalog,
            CatalogEdits edits,
            Inventory inventory,
            Staff staff,
            Supervision supervision) {
        Clock clock = Clock.systemDefaultZone();
        Amounts amounts = new Amounts(terminal.identity().orElseThrow().currency(), look::locale, clock);
        StockMessages messages = look.messages(StockMessages.class);
        Room room = room(parent, look, staff, supervision);
        Goods goods = new Goods(catalog, edits, inventory);
        LevelsModel levels = new LevelsModel(room, goods);
        Map<String, DocumentModel> documents = new LinkedHashMap<>();
        documents.put("receive", new DocumentModel(room, goods, StockKind.RECEIPT, messages, amounts));
        documents.put("count", new DocumentModel(room, goods, StockKind.COUNT, messages, amounts));
        documents.put("waste", new DocumentModel(room, goods, StockKind.WASTE, messages, amounts));
        documents.put("correct", new DocumentModel(room, goods, StockKind.CORRECTION, messages, amounts));
        show(look, broker, () -> view(parent, room, look, levels, documents, messages, amounts, clock));
    }

    private RoomView view(
            Composite parent,
            Room room,
            Look look,
            LevelsModel levels,
            Map<String, DocumentModel> documents,
            StockMessages messages,
            Amounts amounts,
            Clock clock) {
        RoomView view = new RoomView(
                parent, room, look.messages(RoomMessages.class), look.messages(AskTexts.class), amounts::of, "stock");
        LevelsPage page = new LevelsPage(view, levels, messages, look.messages(Words.class), amounts, clock.getZone());
        view.add("levels", messages.pageLevels(), page);
        view.scans(page, page::scanned);
        documents.forEach((name, model) -> {
            DocumentPage document = new DocumentPage(view, model, messages, name);
            view.add(name, label(name, messages), document);
            view.scans(document, document::scanned);
        });
        view.begin();
        return view;
    }

    private static String label(String name, StockMessages messages) {
        return switch (name) {
            case "receive" -> messages.pageReceive();
            case "count" -> messages.pageCount();
            case "waste" -> messages.pageWaste();
            default -> messages.pageCorrect();
        };
    }
}
