package asterism.command.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says of the way in for one command. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Door {

    /** One line for whoever calls it. */
    String summary();

    /** A body that could be sent, JSON. */
    String example() default "{}";

    /** The caller must say which version of the subject they have seen. */
    boolean needsVersion() default false;

    /** Nobody signs for it: whoever is signed in is not recorded, and no reason or other person may be named. */
    boolean anonymous() default false;
}
