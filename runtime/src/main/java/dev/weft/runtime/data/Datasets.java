package dev.weft.runtime.data;

import java.util.List;

/**
 * Images to train on and images to test with, of one size and with the same classes.
 *
 * @param notes lines for the user that say which images these are, and why not others
 */
public record Datasets(Dataset train, Dataset test, List<String> notes) {
  public Datasets {
    notes = List.copyOf(notes);
  }
}
