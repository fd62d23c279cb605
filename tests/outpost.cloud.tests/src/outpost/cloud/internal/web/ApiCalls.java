package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every call of the API, read from the resources themselves, so that a new one is tested without anybody thinking of it. */
public final class ApiCalls {
    private ApiCalls() {}

    /**
     * A call.
     *
     * @param path below {@code /api/v1/}, with the templates of JAX-RS
     * @param who the annotation's value, or empty where there is none
     * @param query the names of the query's parameters
     * @param body what the body is read as, where there is one
     */
    public record ApiCall(String method, String path, String who, List<String> query, Optional<Class<?>> body) {
        public boolean isSafe() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of them, by path and method. */
    public static List<ApiCall> all() {
        java.nio.file.Path sources = java.nio.file.Path.of(
                System.getProperty("outpost.root"), "server-bundle", "src", "outpost", "cloud", "internal", "web");
        try (Stream<java.nio.file.Path> files = Files.list(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.java"))
                    .map(name -> load(name.replace(".java", "")))
                    .flatMap(ApiCalls::of)
                    .sorted(Comparator.comparing(ApiCall::path).thenComparing(ApiCall::method))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(ApiCalls.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Stream<ApiCall> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> verb(method).stream()
                .map(verb ->
                        new ApiCall(verb, path(resource, method), who(resource, method), query(method), body(method))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        String path = resource.getAnnotation(Path.class).value() + "/" + below;
        return path.replaceAll("/+", "/").replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static String who(Class<?> resource, Method method) {
        return Stream.of(method.getAnnotation(Access.class), resource.getAnnotation(Access.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(access -> access.value().name())
                .orElse("");
    }

    private static List<String> query(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .toList();
    }

    private static Optional<Class<?>> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Stream.<Class<? extends Annotation>>of(
                                QueryParam.class, PathParam.class, HeaderParam.class, CookieParam.class, Context.class)
                        .noneMatch(parameter::isAnnotationPresent))
                .<Class<?>>map(Parameter::getType)
                .filter(type -> type != HttpServletRequest.class)
                .findFirst();
    }
}
