package dev.weft.runtime.backend;

import java.util.Map;

/**
 * Something that executes programs.
 *
 * @param id what a user names it by after {@code --device}, such as {@code cpu}
 * @param name the device's own name
 * @param properties what {@code weft devices} prints of it, in order
 */
public record Device(String id, String name, Map<String, String> properties) {}
