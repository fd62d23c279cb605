package outpost.service.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Composite;
import outpost.devices.CashDrawer;
import outpost.devices.CustomerDisplay;
import outpost.devices.DeviceSetup;
import outpost.devices.ReceiptPrinter;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Synchroniser;
import outpost.room.Room;
import outpost.room.RoomPart;
import outpost.sales.Right;
import outpost.sales.Shifts;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.sales.TillJournal;
import outpost.service.ui.internal.data.DataMessages;
import outpost.service.ui.internal.data.DataModel;
import outpost.service.ui.internal.devices.DeviceMessages;
import outpost.service.ui.internal.devices.DeviceModel;
import outpost.service.ui.internal.devices.TestPrint;
import outpost.service.ui.internal.network.NetworkModel;
import outpost.service.ui.internal.updates.UpdateMessages;
import outpost.service.ui.internal.updates.UpdatesModel;
import outpost.store.LocalChoices;
import outpost.store.Store;
import outpost.update.Checkup;
import outpost.update.FieldUpdates;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.Scanner;

/** The Service perspective: what a technician sets, tries, looks at and updates. */
public final class ServicePart extends RoomPart {
    /** These come and go with their units, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Synchroniser synchroniser;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile ReceiptPrinter printer;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile CashDrawer drawer;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile CustomerDisplay display;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile DeviceSetup setup;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Checkup checkup;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile FieldUpdates updates;

    public ServicePart() {
        super("service", Right.SERVICE);
    }

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            IEventBroker broker,
            IWorkbench workbench,
            Store store,
            LocalChoices choices,
            Terminal terminal,
            Outbox outbox,
            TillJournal journal,
            Shifts shifts,
            Staff staff,
            Supervision supervision) {
        Clock clock = Clock.systemDefaultZone();
        Identity identity = terminal.identity().orElseThrow();
        Room room = room(parent, look, staff, supervision);
        DeviceMessages devices = look.messages(DeviceMessages.class);
        String till =
                identity.enrolment().branchName() + " · " + identity.enrolment().terminalName();
        ServicePages.Models models = new ServicePages.Models(
                new DeviceModel(
                        room,
                        choices,
                        new DeviceModel.Sources(
                                () -> Optional.ofNullable(setup),
                                () -> Optional.ofNullable(printer),
                                () -> Optional.ofNullable(drawer),
                                () -> Optional.ofNullable(display)),
                        new TestPrint(till, devices, look::locale, clock),
                        Scanner.of(parent.getShell())::setPrefix,
                        devices),
                new NetworkModel(
                        room, terminal, () -> Optional.ofNullable(checkup), () -> Optional.ofNullable(synchroniser)),
                new DataModel(
                        room,
                        store,
                        outbox,
                        journal,
                        () -> Optional.ofNullable(checkup),
                        clock,
                        look.messages(DataMessages.class)),
                new UpdatesModel(
                        room,
                        () -> Optional.ofNullable(updates),
                        shifts,
                        workbench::restart,
                        look.messages(UpdateMessages.class)));
        Amounts amounts = new Amounts(identity.currency(), look::locale, clock);
        show(look, broker, () -> new ServicePages(look, amounts).view(parent, room, models));
    }
}
