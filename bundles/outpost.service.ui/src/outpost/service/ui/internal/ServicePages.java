package outpost.service.ui.internal;

import org.eclipse.swt.widgets.Composite;
import outpost.room.Room;
import outpost.room.RoomMessages;
import outpost.room.RoomView;
import outpost.service.ui.internal.data.DataMessages;
import outpost.service.ui.internal.data.DataModel;
import outpost.service.ui.internal.data.DataPage;
import outpost.service.ui.internal.devices.DeviceMessages;
import outpost.service.ui.internal.devices.DeviceModel;
import outpost.service.ui.internal.devices.DevicePage;
import outpost.service.ui.internal.network.NetworkMessages;
import outpost.service.ui.internal.network.NetworkModel;
import outpost.service.ui.internal.network.NetworkPage;
import outpost.service.ui.internal.updates.UpdateMessages;
import outpost.service.ui.internal.updates.UpdatesModel;
import outpost.service.ui.internal.updates.UpdatesPage;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.ask.AskTexts;

/** Puts the pages of the Service perspective together. */
record ServicePages(Look look, Amounts amounts) {
    /** What the pages show; it outlives them. */
    record Models(DeviceModel devices, NetworkModel network, DataModel data, UpdatesModel updates) {}

    RoomView view(Composite parent, Room room, Models models) {
        DeviceMessages devices = look.messages(DeviceMessages.class);
        NetworkMessages network = look.messages(NetworkMessages.class);
        DataMessages data = look.messages(DataMessages.class);
        UpdateMessages updates = look.messages(UpdateMessages.class);
        RoomView view = new RoomView(
                parent, room, look.messages(RoomMessages.class), look.messages(AskTexts.class), amounts::of, "service");
        DevicePage device = new DevicePage(view, models.devices(), devices);
        view.add("devices", devices.pageDevices(), device);
        view.add("network", network.pageNetwork(), new NetworkPage(view, models.network(), network));
        view.add("data", data.pageData(), new DataPage(view, models.data(), data, look::locale));
        view.add("updates", updates.pageUpdates(), new UpdatesPage(view, models.updates(), updates));
        view.scans(device, device::scanned);
        view.begin();
        return view;
    }
}
