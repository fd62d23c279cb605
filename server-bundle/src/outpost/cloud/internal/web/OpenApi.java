package outpost.cloud.internal.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.Json;
import outpost.protocol.Limits;

/** The description of the API by OpenAPI 3, read off the resources themselves, so that it says what is there and nothing else. */
final class OpenApi {
    private final OpenApiSchemas schemas = new OpenApiSchemas();
    private final ObjectNode document = Json.mapper().createObjectNode();

    OpenApi(List<Object> resources) {
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "Outpost cloud")
                .put("version", Integer.toString(Limits.PROTOCOL_VERSION));
        document.putArray("servers").addObject().put("url", "/api/v1");
        ObjectNode paths = document.putObject("paths");
        resources.stream()
                .flatMap(resource -> Arrays.stream(resource.getClass().getMethods()))
                .filter(method -> verb(method).isPresent())
                .sorted(Comparator.comparing(OpenApi::path)
                        .thenComparing(method -> verb(method).orElseThrow()))
                .forEach(method -> describe(method, paths.withObjectProperty(path(method))));
        ObjectNode components = document.putObject("components");
        schemas.of(ErrorAnswer.class);
        components.set("schemas", schemas.all());
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("token").put("type", "http").put("scheme", "bearer");
        security.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "outpost-session");
    }

    String json() {
        return document.toPrettyString();
    }

    private void describe(Method method, ObjectNode path) {
        ObjectNode operation = path.putObject(verb(method).orElseThrow().toLowerCase(Locale.ROOT));
        operation.put(
                "operationId",
                method.getDeclaringClass().getSimpleName().replace("Resource", "") + "." + method.getName());
        Access.Who who = of(method, Access.class).map(Access::value).orElseThrow();
        operation.put("x-access", who.name().toLowerCase(Locale.ROOT));
        if (who != Access.Who.EVERYBODY) {
            operation.putArray("security").addObject().putArray("token");
            if (who != Access.Who.TERMINAL) {
                operation.withArrayProperty("security").addObject().putArray("session");
            }
        }
        for (Parameter parameter : method.getParameters()) {
            parameter(operation, method, parameter);
        }
        ObjectNode responses = operation.putObject("responses");
        boolean nothing = method.getReturnType() == void.class;
        ObjectNode good =
                responses.putObject(nothing ? "204" : "200").put("description", nothing ? "done" : "the answer");
        if (!nothing) {
            answer(method, good.putObject("content"));
        }
        responses
                .putObject("default")
                .put("description", "refused, or failed")
                .putObject("content")
                .putObject(MediaType.APPLICATION_JSON)
                .set("schema", schemas.of(ErrorAnswer.class));
    }

    private void parameter(ObjectNode operation, Method method, Parameter parameter) {
        Optional<String[]> place = Stream.<Optional<String[]>>of(
                        Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                                .map(query -> new String[] {"query", query.value()}),
                        Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                                .map(part -> new String[] {"path", part.value()}),
                        Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                                .map(header -> new String[] {"header", header.value()}))
                .flatMap(Optional::stream)
                .findFirst();
        if (place.isPresent()) {
            ObjectNode described = operation
                    .withArrayProperty("parameters")
                    .addObject()
                    .put("in", place.get()[0])
                    .put("name", place.get()[1])
                    .put("required", place.get()[0].equals("path"));
            ObjectNode schema = schemas.of(parameter.getParameterizedType());
            Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
                    .map(DefaultValue::value)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> schema.put("default", value));
            described.set("schema", schema);
        } else if (!parameter.isAnnotationPresent(Context.class)) {
            boolean stream = parameter.getType() == InputStream.class;
            String type = stream
                    ? of(method, Consumes.class)
                            .map(consumes -> consumes.value()[0])
                            .orElse("application/octet-stream")
                    : MediaType.APPLICATION_JSON;
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject(type)
                    .set("schema", stream ? binary() : schemas.of(parameter.getParameterizedType()));
        }
    }

    private void answer(Method method, ObjectNode content) {
        boolean opaque = method.getReturnType() == Response.class || method.getReturnType() == StreamingOutput.class;
        List<String> types = of(method, Produces.class)
                .map(produces -> List.of(produces.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
        for (String type : types) {
            ObjectNode schema = !opaque
                    ? schemas.of(method.getGenericReturnType())
                    : type.equals(MediaType.APPLICATION_JSON) ? Json.mapper().createObjectNode() : binary();
            content.putObject(type).set("schema", schema);
        }
    }

    private static ObjectNode binary() {
        return Json.mapper().createObjectNode().put("type", "string").put("format", "binary");
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The whole path, as in {@code /admin/alarms}; what a part has to look like is left out. */
    private static String path(Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        String whole = method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + own;
        return ("/" + whole)
                .replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    private static <A extends Annotation> Optional<A> of(Method method, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(annotation)));
    }
}
