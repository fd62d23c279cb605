package outpost.cloud.internal.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes a body may have; without this annotation it is {@link outpost.protocol.Limits#BODY_BYTES} both ways. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface BodyLimit {
    /** Bytes as they travel, compressed or not. */
    long sent();

    /** Bytes after decompression. */
    long decompressed();
}
