package outpost.sales;

import org.osgi.annotation.versioning.ProviderType;

/** The cash drawer, as far as it is to be accounted for. */
@ProviderType
public interface Drawer {
    /** Notes that the drawer is about to be opened without a sale; the caller opens it then. Needs {@link Right#OPEN_DRAWER}. Writes the disk. */
    void open(Grounds grounds);
}
