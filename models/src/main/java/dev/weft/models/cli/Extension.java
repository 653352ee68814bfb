package dev.weft.models.cli;

/**
 * A subcommand that another module brings. Found with {@link java.util.ServiceLoader}, so that the
 * command line needs to know nothing of that module.
 */
public interface Extension {

  /** A picocli command; what it throws is reported as failures of the other commands are. */
  Object command(Context context);
}
