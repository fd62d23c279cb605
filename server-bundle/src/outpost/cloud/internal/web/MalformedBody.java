package outpost.cloud.internal.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.cloud.internal.RefusedException;
import outpost.values.Id;

/** Says what is wrong with a JSON body, by the names of its fields and not by those of the classes that it becomes. */
final class MalformedBody {
    private static final String BODY = "body";

    private MalformedBody() {}

    static RefusedException refusal(JsonProcessingException malformed) {
        String path = malformed instanceof JsonMappingException mapping ? path(mapping) : "";
        if (malformed instanceof ValueInstantiationException nonsense
                && nonsense.getCause() instanceof IllegalArgumentException problem) {
            return RefusedException.invalid(field(path, nonsense, problem), problem.getMessage(), malformed);
        }
        String field = path.isEmpty() ? BODY : path;
        return RefusedException.invalid(field, field + " " + problem(malformed), malformed);
    }

    private static String problem(JsonProcessingException malformed) {
        if (malformed instanceof StreamConstraintsException) {
            return "is nested too deeply, or holds a number or text that is too long";
        }
        if (malformed instanceof InvalidFormatException format && Id.class.isAssignableFrom(format.getTargetType())) {
            return "is no id: 1 to 64 letters, digits, dots, dashes or underscores";
        }
        if (malformed instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "has to be " + kind(mismatch.getTargetType());
        }
        return "is no JSON" + place(malformed);
    }

    private static String place(JsonProcessingException malformed) {
        return Optional.ofNullable(malformed.getLocation())
                .map(JsonLocation::getColumnNr)
                .map(column -> " at line " + malformed.getLocation().getLineNr() + ", column " + column)
                .orElse("");
    }

    private static String kind(Class<?> wanted) {
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
            return "a whole number within its limits";
        }
        if (Collection.class.isAssignableFrom(wanted) || wanted.isArray()) {
            return "a list";
        }
        return wanted.isRecord() && !Id.class.isAssignableFrom(wanted) || Map.class.isAssignableFrom(wanted)
                ? "an object"
                : "a text of the form that is described for it";
    }

    /** A record's own sentence begins with the field that it is about. */
    private static String field(String path, ValueInstantiationException nonsense, IllegalArgumentException problem) {
        String first = String.valueOf(problem.getMessage()).replaceFirst("\\W.*", "");
        boolean isField = Optional.ofNullable(nonsense.getType())
                .map(type -> type.getRawClass().getRecordComponents())
                .filter(components -> Arrays.stream(components)
                        .anyMatch(component -> component.getName().equals(first)))
                .isPresent();
        String named = Stream.of(path, isField ? first : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return named.isEmpty() ? BODY : named;
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
