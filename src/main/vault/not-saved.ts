import { Failure, type notSavedReasons } from '../../shared/errors.ts'

/** The code of a file system error, such as `ENOSPC`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

/**
 * Returns true if a file that could not be read never will be: a folder, a pipe, a socket or a device is in
 * its place. Anything else may pass (a network, a right), and is no damage.
 */
export function isForGood(error: unknown): boolean {
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

/** What the user is told of a file system error. An error of another kind is a bug and stays one. */
export function notSaved(error: unknown): unknown {
  const code = errorCode(error)
  if (code === undefined) return error
  return new Failure({ code: 'not-saved', reason: reasons[code] ?? 'other' })
}
