import { randomBytes } from 'node:crypto'

/** Random lower-case hexadecimal text of `length` characters. */
export function hex(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length)
}

/** A secret that occurs nowhere else, so that a scan finds the smallest trace of it. */
export function plant(name: string): string {
  return `canary-${name}-${hex(24)}`
}

/** Characters that form encoding, base64 and percent encoding treat differently. */
export const awkward = '+ %2B&=/é'
