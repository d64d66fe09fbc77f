package com.heyi.web.common;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.heyi.shared.json.Json;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of what REST reads and writes, as the one mapper of JSON sees the types, with the limits
 * that their constraints set.
 */
final class ApiSchemas {
  private static final Map<Class<?>, String> FORMATS =
      Map.ofEntries(
          Map.entry(UUID.class, "uuid"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(LocalTime.class, "time"),
          Map.entry(LocalDateTime.class, "date-time"),
          Map.entry(OffsetDateTime.class, "date-time"),
          Map.entry(ZonedDateTime.class, "date-time"),
          Map.entry(Instant.class, "date-time"));

  private final Map<String, Schema> named = new TreeMap<>();

  /** The schemas that others refer to, by name. */
  Map<String, Schema> named() {
    return named;
  }

  /** The schema of a type; a record's is put among the named ones and referred to. */
  Schema of(Type type) {
    return of(Json.mapper().constructType(type));
  }

  private Schema of(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (type.isReferenceType()) {
      return of(type.getReferencedType());
    }
    if (type.isMapLikeType()) {
      return schema(SchemaType.OBJECT).additionalPropertiesSchema(of(type.getContentType()));
    }
    if (type.isContainerType() && raw != byte[].class) {
      return schema(SchemaType.ARRAY).items(of(type.getContentType()));
    }
    if (raw.isEnum()) {
      return schema(SchemaType.STRING).enumeration(Arrays.<Object>asList(enumNames(raw)));
    }
    Schema simple = simple(raw);
    return simple == null ? described(type) : simple;
  }

  private static Object[] enumNames(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toArray();
  }

  private static Schema simple(Class<?> type) {
    if (FORMATS.containsKey(type)) {
      return schema(SchemaType.STRING).format(FORMATS.get(type));
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema(SchemaType.BOOLEAN);
    }
    if (type == int.class || type == Integer.class) {
      return schema(SchemaType.INTEGER).format("int32");
    }
    if (type == long.class || type == Long.class) {
      return schema(SchemaType.INTEGER).format("int64");
    }
    if (type == BigInteger.class) {
      return schema(SchemaType.INTEGER);
    }
    if (type == BigDecimal.class) {
      return schema(SchemaType.NUMBER);
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return schema(SchemaType.STRING);
    }
    if (type == Object.class) {
      return OASFactory.createSchema();
    }
    return null;
  }

  private Schema described(JavaType type) {
    BeanDescription bean = Json.mapper().getSerializationConfig().introspect(type);
    AnnotatedMember value = bean.findJsonValueAccessor();
    if (value != null) {
      return of(value.getType());
    }
    String name = name(type);
    if (!named.containsKey(name)) {
      Schema schema = schema(SchemaType.OBJECT);
      // Named before its properties are described, so that a type may hold itself.
      named.put(name, schema);
      bean.findProperties()
          .forEach(property -> add(schema, property.getName(), property.getAccessor()));
    }
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private void add(Schema schema, String name, AnnotatedMember accessor) {
    Schema property = of(accessor.getType());
    AnnotatedElement component = component(accessor, name);
    if (property.getRef() == null) {
      limit(property, component);
    }
    schema.addProperty(name, property);
    boolean required =
        component.isAnnotationPresent(NotNull.class)
            || component.isAnnotationPresent(NotBlank.class)
            || component.isAnnotationPresent(NotEmpty.class);
    if (required) {
      schema.addRequired(name);
    }
  }

  /** Where the constraints stand: on the field of the same name, else on the accessor. */
  private static AnnotatedElement component(AnnotatedMember accessor, String name) {
    return Arrays.stream(accessor.getDeclaringClass().getDeclaredFields())
        .filter(field -> field.getName().equals(name))
        .<AnnotatedElement>map(field -> field)
        .findFirst()
        .orElse(accessor.getAnnotated());
  }

  private static void limit(Schema property, AnnotatedElement component) {
    Size size = component.getAnnotation(Size.class);
    if (size != null && property.getType() == SchemaType.STRING) {
      property.minLength(size.min() == 0 ? null : size.min());
      property.maxLength(size.max() == Integer.MAX_VALUE ? null : size.max());
    }
    if (size != null && property.getType() == SchemaType.ARRAY) {
      property.minItems(size.min() == 0 ? null : size.min());
      property.maxItems(size.max() == Integer.MAX_VALUE ? null : size.max());
    }
    Min min = component.getAnnotation(Min.class);
    if (min != null) {
      property.minimum(BigDecimal.valueOf(min.value()));
    }
    Max max = component.getAnnotation(Max.class);
    if (max != null) {
      property.maximum(BigDecimal.valueOf(max.value()));
    }
    Pattern pattern = component.getAnnotation(Pattern.class);
    if (pattern != null) {
      property.pattern(pattern.regexp());
    }
  }

  private static String name(JavaType type) {
    StringBuilder name = new StringBuilder(type.getRawClass().getSimpleName());
    for (int i = 0; i < type.containedTypeCount(); i++) {
      name.append(type.containedType(i).getRawClass().getSimpleName());
    }
    return name.toString();
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(type);
  }
}
