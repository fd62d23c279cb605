package outpost.cloud.internal.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource. One without this annotation is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Access {
    Who value();

    enum Who {
        EVERYBODY,
        TERMINAL,
        ADMINISTRATOR
    }
}
