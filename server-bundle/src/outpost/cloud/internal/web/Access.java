package outpost.cloud.internal.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may make a call; at a method it counts instead of the one at its class. A call without this annotation is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Access {
    Who value();

    /** The last three are roles: who has a later one may make the calls of an earlier one too, in all places that it reaches. */
    enum Who {
        EVERYBODY,
        TERMINAL,
        /** Whoever is signed in: the call is about the caller, or itself looks at how far the caller reaches. */
        PERSON,
        /** The call takes the query parameters {@code tenant} and {@code branch} and keeps to that branch. */
        BRANCH_MANAGER,
        /** The call takes the query parameter {@code tenant} and keeps to that tenant. */
        TENANT_ADMIN,
        OPERATOR
    }
}
