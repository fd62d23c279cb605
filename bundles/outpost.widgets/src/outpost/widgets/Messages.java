package outpost.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Gives an interface of messages its texts in the language that is spoken at the moment of each call.
 *
 * <p>The interface has one method for each message, whose name is the message's key and whose parameters are what stands for
 * {@code {0}}, {@code {1}} … in it ({@link MessageFormat}: numbers come out in the form of the locale). The texts stand beside the
 * interface in {@code messages.properties} (English) and {@code messages_<language>.properties}; what a language does not have is said
 * in English. So a language is added by adding files, be it in a fragment of the bundle.
 */
public final class Messages implements InvocationHandler {
    private static final String PLAIN = "";

    private final Class<?> type;
    private final Supplier<Locale> locale;
    private final Map<String, Properties> texts = new ConcurrentHashMap<>();

    private Messages(Class<?> type, Supplier<Locale> locale) {
        this.type = type;
        this.locale = locale;
    }

    /**
     * @param locale asked anew at each call; both it and the result may be used on any thread
     * @throws UncheckedIOException from the result, if a file cannot be read
     */
    public static <M> M of(Class<M> type, Supplier<Locale> locale) {
        Object messages =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Messages(type, locale));
        return type.cast(messages);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getName();
            };
        }
        Locale spoken = locale.get();
        return new MessageFormat(text(method.getName(), spoken), spoken).format(arguments);
    }

    private String text(String key, Locale spoken) {
        List<String> files =
                List.of("_" + spoken.getLanguage() + "_" + spoken.getCountry(), "_" + spoken.getLanguage(), PLAIN);
        return files.stream()
                .map(suffix -> texts.computeIfAbsent(suffix, this::read).getProperty(key))
                .filter(text -> text != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no text for " + key));
    }

    private Properties read(String suffix) {
        Properties properties = new Properties();
        try (InputStream file = type.getResourceAsStream("messages" + suffix + ".properties")) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the messages of " + type.getName() + " cannot be read", e);
        }
        return properties;
    }
}
