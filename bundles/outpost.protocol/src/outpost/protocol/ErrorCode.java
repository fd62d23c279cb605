package outpost.protocol;

/** The stable codes of errors. A program may rely on them; the message beside them is for people. */
public enum ErrorCode {
    /** 401: no token, or one that is not or no longer valid. */
    POS_SYNC_UNAUTHORIZED,
    /** 403: a valid token that does not reach that far. */
    POS_SYNC_FORBIDDEN,
    /** 400: the request as a whole is not of the described shape. */
    POS_SYNC_REQUEST_INVALID,
    /** 404: there is no such thing, or not for this caller. */
    POS_SYNC_NOT_FOUND,
    /** 413: the body is over the limit, as sent or decompressed. */
    POS_SYNC_PAYLOAD_TOO_LARGE,
    /** 429 with Retry-After. */
    POS_SYNC_RATE_LIMITED,
    /** 503: the cloud could not store; nothing of the request was stored; send it again later. */
    POS_SYNC_STORAGE_FAILED,
    /** 500: a fault of the cloud's own; whether something was stored is unknown; send it again. */
    POS_SYNC_INTERNAL,
    /** 409: that enrolment code was used by another terminal, or has expired. */
    POS_ENROLMENT_REFUSED,
    /** Of one event: it is malformed, not authentic, or its content contradicts itself. */
    POS_SYNC_EVENT_INVALID,
    /** Of one event: the same key was delivered before, with the same content. */
    POS_SYNC_EVENT_DUPLICATE,
    /** Of one event: the same key was delivered before, with other content. */
    POS_SYNC_EVENT_FORK,
    /** The snapshot cannot be given, for example after an unknown key. */
    POS_CATALOG_SNAPSHOT_FAILED,
    /** 410: no delta from that cursor; take a snapshot. */
    POS_CATALOG_DELTA_FAILED,
    /** 400: these ranges cannot be compared; take a snapshot. */
    POS_CATALOG_RECONCILE_FAILED,
    /** 413: the manifests of a comparison list too many rows; send fingerprints, or smaller ranges. */
    POS_CATALOG_MANIFEST_TOO_LARGE,
    /** 422: the import was refused as a whole; the answer lists the rows. */
    POS_CATALOG_IMPORT_REFUSED
}
