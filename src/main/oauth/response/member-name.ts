/** A member's name without case, `_` and `-`: `error_code`, `errorCode` and `ErrorCode` are one. */
export const plainName = (name: string) => name.replace(/[_-]/g, '').toLowerCase()
