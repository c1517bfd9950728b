package dev.harrier.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a REST operation needs in the workspace of its path ({@code {workspace}}). An operation that does not
 * say is refused to everyone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresRole {
    Role value();

    /** Whether the role is enough in whatever workspace: for what is the same in all of them, and no secret. */
    boolean anywhere() default false;
}
