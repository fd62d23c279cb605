package outpost.cloud.internal.web;

import jakarta.ws.rs.core.SecurityContext;
import outpost.cloud.internal.access.Caller;

/** Carries the caller from the gate to the resource. */
record CallerContext(Caller caller) implements SecurityContext {

    /** The terminal that calls a resource which only terminals may call. */
    static Caller.Lane lane(SecurityContext context) {
        return (Caller.Lane) context.getUserPrincipal();
    }

    /** The person who makes an administrator's call. */
    static Caller.Person person(SecurityContext context) {
        return (Caller.Person) context.getUserPrincipal();
    }

    @Override
    public Caller getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
