package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import outpost.store.StoreException;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void theMissingPropertyIsNamed() {
        String message = assertThrows(IllegalStateException.class, () -> DataFolder.of(contextWith(null)))
                .getMessage();

        assertTrue(message.contains("-Doutpost.data=FOLDER"), message);
        assertThrows(IllegalStateException.class, () -> DataFolder.of(contextWith(" ")));
    }

    @Test
    void aNewFolderIsForItsOwnerOnly() throws Exception {
        Path wanted = DataFolder.of(contextWith(folder.resolve("a/../till/data").toString()));

        DataFolder.created(wanted);

        assertEquals(folder.resolve("till/data"), wanted);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted)));
    }

    @Test
    void aFileInItsPlaceIsReported() throws Exception {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThrows(StoreException.class, () -> DataFolder.created(taken));
    }

    private static BundleContext contextWith(String value) {
        return (BundleContext) Proxy.newProxyInstance(
                DataFolderTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getProperty") ? value : null);
    }
}
