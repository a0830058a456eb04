import { assertNever } from '../../shared/assert-never.ts'
import { openFile, sealFile } from './age-file.ts'
import { workFactor } from './age-header.ts'
import { decodeDocument, encodeDocument, maxDocumentLength } from './document.ts'
import type { Answer, Order } from './orders.ts'

async function seal(
  { document, passphrase }: Extract<Order, { kind: 'seal' }>,
  logN: number,
): Promise<Answer> {
  const plain = encodeDocument(document)
  // A file that is too large to be read back must not be written.
  if (plain.length > maxDocumentLength) return { kind: 'refused', problem: 'too-large' }
  return { kind: 'sealed', file: await sealFile(plain, passphrase, logN) }
}

async function open({ file, passphrase }: Extract<Order, { kind: 'open' }>): Promise<Answer> {
  const opened = await openFile(file, passphrase)
  if (opened.kind === 'refused') return opened
  const decoded = decodeDocument(opened.plain)
  return decoded.kind === 'refused' ? decoded : { kind: 'opened', document: decoded.document }
}

/**
 * Carries out an order: seconds of computing, so not in the main process. `logN` is the work
 * factor of scrypt for what is sealed.
 */
export function carryOut(order: Order, logN: number = workFactor): Promise<Answer> {
  switch (order.kind) {
    case 'seal':
      return seal(order, logN)
    case 'open':
      return open(order)
    default:
      return assertNever(order)
  }
}
