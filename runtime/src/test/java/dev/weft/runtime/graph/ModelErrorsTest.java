package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a model file is one line that says where it is and what is allowed. */
class ModelErrorsTest {
  private static final String CONV =
      """
      {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same"}\
      """;

  private static final String DENSE =
      """
      {"type": "dense", "units": 2, "activation": "softmax"}\
      """;

  private static final String FLATTEN =
      """
      {"type": "flatten"}\
      """;

  private static String model(String... layers) {
    return """
    {"name": "m", "input": [8, 8, 1], "layers": [
    %s]}\
    """
        .formatted(String.join(",\n", layers));
  }

  /** The layer stands alone in line 2; the softmax that should follow is never reached. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'conv'} | 2:2: layer 1: type is 'conv'; allowed: conv2d, pool, dropout, flatten,"
            + " dense, relu; did you mean conv2d?",
        "{} | 2:1: layer 1: type is missing; allowed: conv2d, pool, dropout, flatten, dense, relu",
        "7 | 2:1: layer 1 is 7; allowed: an object",
        "{'type': 'dropout'} | 2:1: layer 1: rate is missing; allowed: a number",
        "{'type': 'dropout', 'rate': 1} | 2:21: layer 1: rate is 1.0; allowed: 0 to below 1",
        "{'type': 'dropout', 'rate': -0.1} | 2:21: layer 1: rate is -0.1; allowed: 0 to below 1",
        "{'type': 'dropout', 'rate': 1e999} | 2:21: layer 1: rate is Infinity; allowed: 0 to below"
            + " 1",
        "{'type': 'dropout', 'rate': null} | 2:21: layer 1: rate is null; allowed: a number",
        "{'type': 'dense', 'units': 0} | 2:19: layer 1: units is 0; allowed: 1 to 65536",
        "{'type': 'dense', 'units': '5'} | 2:19: layer 1: units is '5'; allowed: a whole number",
        "{'type': 'dense', 'units': 5.0} | 2:19: layer 1: units is 5.0; allowed: a whole number",
        "{'type': 'dense', 'units': 5e1} | 2:19: layer 1: units is 5e1; allowed: a whole number",
        "{'type': 'dense', 'units': 99999999999} | 2:19: layer 1: units is 99999999999; allowed:"
            + " a whole number below 2^31",
        "{'type': 'dense', 'units': 5, 'activation': 'rely'} | 2:31: layer 1: activation is 'rely';"
            + " allowed: none, relu, softmax; did you mean relu?",
        "{'type': 'dense', 'unit': 5} | 2:19: layer 1: unknown field 'unit'; allowed: type, units,"
            + " activation; did you mean units?",
        "{'type': 'dense', 'units': 5, 'units': 6} | 2:31: field 'units' is there twice",
        "{'type': 'flatten', 'zzzzzzz': 1} | 2:21: layer 1: unknown field 'zzzzzzz'; allowed: type",
        "{'type': 'conv2d', 'filters': 2, 'kernel': [3], 'padding': 'same'} | 2:34: layer 1: kernel"
            + " is a list of 1; allowed: a whole number or a pair [height, width]",
        "{'type': 'conv2d', 'filters': 2, 'kernel': [3, 65], 'padding': 'same'} | 2:34: layer 1:"
            + " kernel is [3, 65]; allowed: 1 to 64 each way",
        "{'type': 'conv2d', 'filters': 2, 'kernel': [3, 'x'], 'padding': 'same'} | 2:34: layer 1:"
            + " kernel is 'x'; allowed: a whole number or a pair [height, width]",
        "{'type': 'conv2d', 'filters': 2, 'kernel': 3, 'stride': 0, 'padding': 'same'} | 2:47:"
            + " layer 1: stride is [0, 0]; allowed: 1 to 64 each way",
        "{'type': 'conv2d', 'filters': 2, 'kernel': 3, 'padding': true} | 2:47: layer 1: padding is"
            + " true; allowed: same, valid",
        "{'type': 'conv2d', 'filters': 2, 'kernel': 3, 'padding': 'same', 'activation': 'softmax'}"
            + " | 2:66: layer 1: activation is softmax; allowed: none, relu",
        "{'type': 'pool', 'kind': 'mean', 'size': 2} | 2:18: layer 1: kind is 'mean'; allowed: max,"
            + " average, sum",
        "{'type': 'pool', 'kind': 'max', 'size': 9} | 2:1: layer 1 (pool): a window of 9x9 is"
            + " larger than the 8x8 map; size can be at most 8",
        "{'type': 'conv2d', 'filters': 2, 'kernel': [9, 1], 'padding': 'valid'} | 2:1: layer 1"
            + " (conv2d): a 9x1 kernel is larger than the 8x8 map; take at most that, or padding"
            + " \"same\"",
        "{'type': 'dense', 'units': 2} | 2:1: layer 1 (dense): it takes a vector but gets the map"
            + " [8,8,1]; put a flatten layer before it",
        "{'type': 'flatten'} | 2:1: the last layer must be dense with activation softmax, one unit"
            + " a class",
      })
  void namesPlaceFieldAndRemedy(String layer, String expected) {
    String line = Models.error(model(layer.replace('\'', '"')));
    assertEquals("m.json:" + expected.replace('\'', '"'), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | m.json:1:1: model is a list; allowed: an object",
        "`` | m.json is empty; a model starts with {",
        "{'name': 'm', 'layer': []} | m.json:1:15: model: unknown field 'layer'; allowed: name,"
            + " description, input, layers; did you mean layers?",
        "{'name': 'm', 'input': [8, 8, 1]} | m.json:1:1: model: layers is missing; allowed: a list",
        "{'name': 'm', 'input': [8, 8, 1], 'layers': []} | m.json:1:35: model: layers is a list of"
            + " 0; allowed: 1 to 256 layers",
        "{'name': 'm', 'input': [8, 8], 'layers': []} | m.json:1:15: model: input is a list of 2;"
            + " allowed: [height, width, channels], each at least 1",
        "{'name': 'm', 'input': [8, 0, 1], 'layers': []} | m.json:1:15: model: input is [8, 0, 1];"
            + " allowed: [height, width, channels], each at least 1",
        "{'name': 'm', 'input': [4096, 4096, 64], 'layers': []} | m.json:1:15: model: input is"
            + " [4096,4096,64]; allowed: [height, width, channels] of at most 4096, 4096 and 64,"
            + " and 16777216 elements in all",
        "{'name': 5, 'input': [8, 8, 1], 'layers': [1]} | m.json:1:2: model: name is 5; allowed: a"
            + " text in quotes",
      })
  void checksTheModelItself(String json, String expected) {
    assertEquals(expected.replace('\'', '"'), Models.error(json.replace('\'', '"')));
  }

  @Test
  void refusesNamesThatAreNoFileNames() {
    assertEquals(
        "m.json:1:2: model: name is \"../m\"; allowed: up to 64 letters, digits, '.', '_' and '-'",
        Models.error(model(FLATTEN, DENSE).replace("\"m\"", "\"../m\"")));
  }

  @Test
  void namesTheLayerThatDoesNotFit() {
    assertEquals(
        "m.json:3:1: layer 2 (conv2d): it takes a map [h,w,c] but gets the vector [64];"
            + " move it before the flatten layer",
        Models.error(model(FLATTEN, CONV)));
    assertEquals(
        "m.json:4:1: layer 3 (dense): nothing can follow the softmax of dense1",
        Models.error(model(FLATTEN, DENSE, DENSE)));
  }

  @Test
  void refusesWhatIsNotJson() {
    assertTrue(Models.error("{\"name\": }").startsWith("m.json:1:10: not valid JSON: "));
    assertEquals(
        "m.json:1:2: not valid JSON: Unexpected end-of-input: expected close marker for Object",
        Models.error("{"));
    assertTrue(Models.error("[".repeat(1000)).contains("not valid JSON: "));
    assertEquals(
        "m.json:1:13: not valid JSON: Non-standard token 'NaN'", Models.error("{\"name\": NaN}"));
    String twice = model(FLATTEN, DENSE) + "\n{}";
    assertEquals("m.json:4:1: nothing may follow the model's last }", Models.error(twice));
  }

  @Test
  void boundsEverySize() {
    String[] layers = new String[257];
    Arrays.fill(layers, "{\"type\": \"relu\"}");
    assertTrue(
        Models.error(model(layers)).endsWith("layers is a list of 257; allowed: 1 to 256 layers"));

    String wide = "{\"type\": \"dense\", \"units\": %d}";
    assertEquals(
        "m.json:4:1: layer 3 (dense): with it the model has 1075904512 parameters;"
            + " allowed: at most 268435456",
        Models.error(model(FLATTEN, wide.formatted(32768), wide.formatted(32768))));
    assertEquals(
        "m.json:4:1: layer 3 (dense): [65536, 65536] holds more than 2^31-1 elements",
        Models.error(model(FLATTEN, wide.formatted(65536), wide.formatted(65536))));

    String huge =
        """
        {"name": "m", "input": [4096, 4096, 1], "layers": [
        {"type": "conv2d", "filters": 64, "kernel": 1, "padding": "same"}]}\
        """;
    assertEquals(
        "m.json:2:1: layer 1 (conv2d): its output [4096,4096,64] is too large;"
            + " allowed: at most 16777216 elements",
        Models.error(huge));
  }

  /** Damaged text either still is a model or gives a line; nothing else is thrown. */
  @Test
  void survivesMutations() {
    Random random = new Random(7);
    String alphabet = "{}[]\",:0123456789.-eE \n\\abcdefnullrtypsz\u0000\u00e9";
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(Models.TINY);
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          case 1 -> text.deleteCharAt(at);
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(50)));
        }
      }
      try {
        Models.parse(text.toString());
      } catch (UserException e) {
        refused++;
        assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
        assertTrue(e.getMessage().startsWith("m.json"), e.getMessage());
      }
    }
    assertTrue(refused > 10_000, "refused " + refused);
  }
}
