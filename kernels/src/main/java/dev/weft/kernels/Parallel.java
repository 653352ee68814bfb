package dev.weft.kernels;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the induction variable of a loop whose iterations are independent, so that a device may run
 * each as a work-item of its own: {@code for (@Parallel int i = 0; i < n; i++)}.
 *
 * <p>TornadoVM reads whichever annotation its property {@code tornado.load.annotation.parallel}
 * names; with this one, kernels need nothing but the JDK to compile, and the same method runs
 * unchanged on the JVM as an ordinary loop.
 */
@Target({ElementType.LOCAL_VARIABLE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.CLASS)
public @interface Parallel {}
