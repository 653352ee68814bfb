package dev.weft.runtime.graph;

import dev.weft.runtime.JsonErrors;
import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that knows where it stands, so that a message can say so. (Data binding knows the
 * place of a value only while it reads it, not when the value turns out not to fit.)
 */
sealed interface Json {

  /** {@code file:line:column} of the value, or of its name within an object. */
  String where();

  /** How the value looks in a message: short and on one line. */
  String shown();

  record Text(String where, String value) implements Json {
    @Override
    public String shown() {
      return quote(value);
    }
  }

  /**
   * A number as it was written.
   *
   * @param whole whether without fraction and exponent
   */
  record Numeral(String where, String value, boolean whole) implements Json {
    @Override
    public String shown() {
      return shorten(value);
    }
  }

  /** One of {@code true}, {@code false} and {@code null}. */
  record Literal(String where, String value) implements Json {
    @Override
    public String shown() {
      return value;
    }
  }

  record Array(String where, List<Json> items) implements Json {
    @Override
    public String shown() {
      return "a list";
    }
  }

  record Fields(String where, Map<String, Json> byName) implements Json {
    @Override
    public String shown() {
      return "an object";
    }
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  /** Text of a file in quotes, made fit for a message. */
  static String quote(String text) {
    return '"' + shorten(text.replaceAll("\\p{Cntrl}", "?")) + '"';
  }

  /**
   * Reads JSON text that holds one value.
   *
   * @param source where it came from, for messages
   * @throws UserException if it is not JSON, an object has two fields of one name, or values nest
   *     deeper than 16
   */
  static Json parse(String text, String source) {
    StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(16).build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits).build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new UserException(source + " is empty; a model starts with {");
      }
      Json value = value(parser, source, where(parser, source));
      if (parser.nextToken() != null) {
        throw new UserException(where(parser, source) + ": nothing may follow the model's last }");
      }
      return value;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation(); // unknown where a limit was passed
      throw new UserException(
          "%s: not valid JSON: %s"
              .formatted(at == null ? source : where(at, source), JsonErrors.reason(e)),
          e);
    }
  }

  private static Json value(JsonParser parser, String source, String where) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, source, where);
      case START_ARRAY -> array(parser, source, where);
      case VALUE_STRING -> new Text(where, parser.getString());
      case VALUE_NUMBER_INT -> new Numeral(where, parser.getString(), true);
      case VALUE_NUMBER_FLOAT -> new Numeral(where, parser.getString(), false);
      default -> new Literal(where, parser.getString());
    };
  }

  private static Json array(JsonParser parser, String source, String where) {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, source, where(parser, source)));
    }
    return new Array(where, items);
  }

  private static Json fields(JsonParser parser, String source, String where) {
    Map<String, Json> byName = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String place = where(parser, source);
      parser.nextToken();
      if (byName.put(name, value(parser, source, place)) != null) {
        throw new UserException("%s: field %s is there twice".formatted(place, quote(name)));
      }
    }
    return new Fields(where, byName);
  }

  private static String where(JsonParser parser, String source) {
    return where(parser.currentTokenLocation(), source);
  }

  private static String where(TokenStreamLocation at, String source) {
    return "%s:%d:%d".formatted(source, at.getLineNr(), at.getColumnNr());
  }
}
