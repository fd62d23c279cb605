package outpost.cloud.internal;

import java.util.function.Supplier;

/** Lends a class loader to libraries that look for their parts through the thread instead of through their own bundle. */
public final class ContextLoader {
    private ContextLoader() {}

    /** Runs the work with that context class loader, and puts the one before back. */
    public static <T> T with(ClassLoader loader, Supplier<T> work) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            current.setContextClassLoader(before);
        }
    }
}
