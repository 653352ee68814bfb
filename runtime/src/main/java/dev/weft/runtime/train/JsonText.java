package dev.weft.runtime.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How results are written as JSON: records by their components in order, named in snake_case, and
 * without those that are empty.
 */
public final class JsonText {
  private static final JsonMapper LINE =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private static final JsonMapper PRETTY =
      LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /**
   * The inverse of {@link #line} for a record; optional components that are left out are empty.
   *
   * @throws tools.jackson.core.JacksonException if it is no such record
   */
  static <T> T parse(String text, Class<T> type) {
    return LINE.readValue(text, type);
  }

  /** Whether a double can hold all numbers in it; 1e400 is JSON too. */
  public static boolean isFinite(JsonNode content) {
    return content.isNumber()
        ? Double.isFinite(content.asDouble(Double.NaN))
        : content.valueStream().allMatch(JsonText::isFinite);
  }

  /** On one line, without its end. */
  public static String line(Object content) {
    return LINE.writeValueAsString(content);
  }

  /** On several lines, for people too, without the end of the last. */
  public static String pretty(Object content) {
    return PRETTY.writeValueAsString(content);
  }
}
