package dev.weft.bench.run;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link dev.weft.runtime.train.JsonText} has written for another JVM. */
final class Replies {
  private static final JsonMapper READER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Replies() {}

  static Order order(String json) {
    return READER.readValue(json, Order.class);
  }

  static Reply reply(String json) {
    return READER.readValue(json, Reply.class);
  }
}
