import { Failure } from '../../shared/errors.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { Refusal } from './open-profiles.ts'
import type { Access, Writable } from './open-vault.ts'

type ReadOnlyCode = (typeof readOnlyCodes)[keyof typeof readOnlyCodes]

/** Says that a vault or one of its records stays as it is. */
export function refuse(code: Refusal | ReadOnlyCode): never {
  throw new Failure({ code })
}

/** Throws the reason why nothing may be written. */
export function assertWritable(access: Access): asserts access is Writable {
  if (access.kind === 'writable') return
  const { protection } = access
  refuse(protection.kind === 'read-only' ? readOnlyCodes[protection.reason] : 'vault-locked')
}
