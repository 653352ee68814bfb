package dev.weft.models.doctor;

/**
 * Something that was looked at.
 *
 * @param area what it belongs to
 * @param what it is
 * @param found what was found
 * @param status whether that is good
 * @param mend how to mend it; empty where nothing has to be
 */
public record Finding(String area, String what, String found, Status status, String mend) {

  /** How good something is. */
  public enum Status {
    OK,
    /** Something can be had that is not there, but nothing that was asked for is broken. */
    WARN,
    /** Something that was asked for does not work. */
    FAIL
  }

  static Finding ok(String area, String what, String found) {
    return new Finding(area, what, found, Status.OK, "");
  }

  static Finding warn(String area, String what, String found, String mend) {
    return new Finding(area, what, found, Status.WARN, mend);
  }

  static Finding fail(String area, String what, String found, String mend) {
    return new Finding(area, what, found, Status.FAIL, mend);
  }
}
