package dev.weft.runtime.backend;

/**
 * Something that executes programs.
 *
 * @param id what a user names it by after {@code --device}, such as {@code cpu} or {@code
 *     opencl:0:1}; unique on this machine
 * @param name the device's own name
 * @param hardware what is known of it
 */
public record Device(String id, String name, Hardware hardware) {}
