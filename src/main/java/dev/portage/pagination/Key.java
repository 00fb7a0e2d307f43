package dev.portage.pagination;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key in the configuration that a component of a variant is read from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** In snake_case; several variants may use the same key. */
  String value();

  /**
   * What stands for a missing value; empty for none, or for the default that the key has
   * everywhere.
   */
  String fallback() default "";

  /** What the key means, for the reference; only needed where no variant had the key before. */
  String about() default "";
}
