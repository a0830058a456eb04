import { Failure, type notSavedReasons } from '../../shared/errors.ts'

/** Returns the code of a file system error, such as `ENOSPC`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

/**
 * Returns true if a folder, a pipe, a socket or a device is in the place of a file. Other errors
 * (a network drive, a permission) may be temporary and do not mean damage.
 */
export function isNotAFile(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'EISDIR' || code === 'ENXIO'
}

const reasons: Readonly<Record<string, (typeof notSavedReasons)[number]>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
}

/** Returns the failure to show for a file system error; returns any other error unchanged. */
export function notSaved(error: unknown): unknown {
  const code = errorCode(error)
  if (code === undefined) return error
  return new Failure({ code: 'not-saved', reason: reasons[code] ?? 'other' })
}
