package outpost.cloud.internal.web;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Set;
import outpost.protocol.Json;

/** Describes the JSON of the messages, asked of the mapper that writes them. An object type is described once, under its name. */
final class OpenApiSchemas {
    private final ObjectNode schemas = Json.mapper().createObjectNode();

    /** All objects that were described, by name. */
    ObjectNode all() {
        return schemas;
    }

    ObjectNode of(Type type) {
        return of(Json.mapper().constructType(type));
    }

    private ObjectNode of(JavaType type) {
        Shape shape = new Shape();
        try {
            if (type != null) {
                Json.mapper().acceptJsonFormatVisitor(type, shape);
            }
        } catch (JsonMappingException unknown) {
            throw new IllegalStateException("There is no JSON form of " + type, unknown);
        }
        return shape.node;
    }

    /** A nested type is called by its outer one too: many are called View. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : name(outer) + type.getSimpleName();
    }

    private final class Shape extends JsonFormatVisitorWrapper.Base {
        private final ObjectNode node = Json.mapper().createObjectNode();

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            String name = name(type.getRawClass());
            node.put("$ref", "#/components/schemas/" + name);
            // Null is how Jackson's API is told not to go deeper.
            return schemas.has(name) ? null : new Members(schemas.putObject(name));
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
            node.put("type", "array").set("items", of(type.getContentType()));
            return null;
        }

        @Override
        public JsonMapFormatVisitor expectMapFormat(JavaType type) {
            node.put("type", "object").set("additionalProperties", of(type.getContentType()));
            return null;
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            node.put("type", "string");
            return new JsonStringFormatVisitor.Base() {
                @Override
                public void enumTypes(Set<String> values) {
                    ArrayNode all = node.putArray("enum");
                    values.forEach(all::add);
                }
            };
        }

        @Override
        public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            node.put("type", "integer");
            return new JsonIntegerFormatVisitor.Base() {
                @Override
                public void numberType(NumberType number) {
                    node.put("format", number == NumberType.INT ? "int32" : "int64");
                }
            };
        }

        @Override
        public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
            node.put("type", "boolean");
            return null;
        }

        @Override
        public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
            return null;
        }
    }

    private final class Members extends JsonObjectFormatVisitor.Base {
        private final ObjectNode properties;
        private final ArrayNode required;

        Members(ObjectNode schema) {
            properties = schema.put("type", "object").putObject("properties");
            required = schema.putArray("required");
        }

        @Override
        public void property(BeanProperty member) {
            optionalProperty(member);
        }

        /** Whatever is not an Optional is always there. */
        @Override
        public void optionalProperty(BeanProperty member) {
            properties.set(member.getName(), of(member.getType()));
            if (!member.getType().isReferenceType()) {
                required.add(member.getName());
            }
        }
    }
}
