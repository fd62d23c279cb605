package outpost.reconcile.ui.internal.stock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.inventory.Inventory;
import outpost.outbox.Terminal;
import outpost.protocol.stock.StockKind;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Gone;
import outpost.room.Room;
import outpost.room.RoomMessages;
import outpost.room.RoomTick;
import outpost.room.RoomView;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.Scanner;
import outpost.widgets.Workers;
import outpost.widgets.ask.AskTexts;

/** The Stock perspective: what is there, what moved, and the documents that say so. */
public final class StockPart {
    private final Workers workers = new Workers("outpost-stock", Room::isRefusal);
    private Composite place;
    private Room room;
    private Gone gone;

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
        room = new Room(Right.STOCK, staff, supervision, workers.on(parent), look.messages(RoomMessages.class));
        Goods goods = new Goods(catalog, edits, inventory);
        LevelsModel levels = new LevelsModel(room, goods);
        Map<String, DocumentModel> documents = new LinkedHashMap<>();
        documents.put("receive", new DocumentModel(room, goods, StockKind.RECEIPT, messages, amounts));
        documents.put("count", new DocumentModel(room, goods, StockKind.COUNT, messages, amounts));
        documents.put("waste", new DocumentModel(room, goods, StockKind.WASTE, messages, amounts));
        documents.put("correct", new DocumentModel(room, goods, StockKind.CORRECTION, messages, amounts));
        parent.setLayout(new FillLayout());
        place = parent;
        look.fill(parent, () -> view(parent, look, levels, documents, messages, amounts, clock));
        RoomTick.begin(parent, room);
        gone = Gone.from("outpost.perspective.stock", room, broker);
    }

    @Focus
    void focus() {
        room.knock();
        ((RoomView) place.getChildren()[0]).setFocus();
    }

    @PreDestroy
    void close() {
        gone.close();
        workers.close();
    }

    private RoomView view(
            Composite parent,
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
        scans(parent, view, page.main(), page::scanned);
        documents.forEach((name, model) -> {
            DocumentPage document = new DocumentPage(view, model, messages, name);
            view.add(name, label(name, messages), document);
            scans(parent, view, document.main(), document::scanned);
        });
        view.begin();
        return view;
    }

    private static void scans(Composite parent, RoomView view, Composite where, Consumer<String> heard) {
        Scanner.of(parent.getShell()).onCode(where, code -> {
            if (!view.scanned(code)) {
                heard.accept(code);
            }
        });
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
