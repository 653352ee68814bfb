package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Typed access to the fields of a JSON object. What is read of a field that is missing or does not
 * fit throws {@link FieldException}, which {@link #check} turns into a line for the user.
 */
final class JsonObject {
  private static final String WHOLE = "a whole number";

  private final String what;
  private final String where;
  private final Map<String, Json> fields;

  /**
   * Takes an object.
   *
   * @param json the value, which must be an object
   * @param what it is, for messages
   */
  JsonObject(Json json, String what) {
    if (!(json instanceof Json.Fields object)) {
      throw new UserException(
          "%s: %s is %s; allowed: an object".formatted(json.where(), what, json.shown()));
    }
    this.what = what;
    this.where = json.where();
    this.fields = object.byName();
  }

  /** Refuses fields of any other name. */
  void requireKnown(String... known) {
    List<String> allowed = List.of(known);
    fields.forEach((name, value) -> {
      if (!allowed.contains(name)) {
        throw new UserException(
            "%s: %s: unknown field %s; allowed: %s%s"
                .formatted(
                    value.where(),
                    what,
                    Json.quote(name),
                    String.join(", ", allowed),
                    Suggestion.hint(name, allowed)));
      }
    });
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /**
   * Makes something of the fields; where the maker refuses one, that becomes a line for the user.
   */
  <T> T check(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (FieldException e) {
      throw error(e);
    }
  }

  String text(String name) {
    String allowed = "a text in quotes";
    Json value = get(name, allowed);
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw mistyped(name, value, allowed);
  }

  int integer(String name) {
    return integer(name, get(name, WHOLE), WHOLE);
  }

  float real(String name) {
    String allowed = "a number";
    Json value = get(name, allowed);
    if (value instanceof Json.Numeral number) {
      return Float.parseFloat(number.value());
    }
    throw mistyped(name, value, allowed);
  }

  List<Json> list(String name) {
    String allowed = "a list";
    Json value = get(name, allowed);
    if (value instanceof Json.Array array) {
      return array.items();
    }
    throw mistyped(name, value, allowed);
  }

  /** Reads {@code 3} or {@code [3, 5]}. */
  Extent extent(String name) {
    String allowed = WHOLE + " or a pair [height, width]";
    Json value = get(name, allowed);
    if (value instanceof Json.Array) {
      List<Integer> pair = integers(name, value, 2, allowed);
      return new Extent(pair.get(0), pair.get(1));
    }
    return Extent.square(integer(name, value, allowed));
  }

  /** Reads the shape of a map, {@code [h,w,c]}. */
  Shape map(String name) {
    String allowed = "[height, width, channels], each at least 1";
    List<Integer> dims = integers(name, get(name, allowed), 3, allowed);
    try {
      return new Shape(dims);
    } catch (IllegalArgumentException e) {
      throw new FieldException(name, dims, allowed);
    }
  }

  /** Reads the lower-case name of one of {@code values}. */
  <E extends Enum<E>> E choice(String name, E[] values) {
    return values[choice(name, Arrays.stream(values).map(JsonObject::word).toList())];
  }

  /** Reads one of {@code words}, and returns its index. */
  int choice(String name, List<String> words) {
    String allowed = String.join(", ", words);
    Json value = get(name, allowed);
    if (!(value instanceof Json.Text text)) {
      throw mistyped(name, value, allowed);
    }
    if (!words.contains(text.value())) {
      throw mistyped(name, value, allowed + Suggestion.hint(text.value(), words));
    }
    return words.indexOf(text.value());
  }

  /** How a constant is written in JSON. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Json get(String name, String allowed) {
    Json value = fields.get(name);
    if (value == null) {
      throw new FieldException(name, "missing", allowed);
    }
    return value;
  }

  private int integer(String name, Json value, String allowed) {
    if (!(value instanceof Json.Numeral number) || !number.whole()) {
      throw mistyped(name, value, allowed);
    }
    try {
      return Integer.parseInt(number.value());
    } catch (NumberFormatException e) {
      throw mistyped(name, value, allowed + " below 2^31");
    }
  }

  private List<Integer> integers(String name, Json value, int count, String allowed) {
    if (!(value instanceof Json.Array array)) {
      throw mistyped(name, value, allowed);
    }
    if (array.items().size() != count) {
      throw new FieldException(name, "a list of " + array.items().size(), allowed);
    }
    return array.items().stream().map(item -> integer(name, item, allowed)).toList();
  }

  private static FieldException mistyped(String name, Json value, String allowed) {
    return new FieldException(name, value.shown(), allowed);
  }

  private UserException error(FieldException e) {
    Json value = fields.get(e.field());
    return new UserException(
        "%s: %s: %s".formatted(value == null ? where : value.where(), what, e.getMessage()), e);
  }
}
