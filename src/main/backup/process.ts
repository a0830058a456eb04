import type { Order } from './orders.ts'
import { carryOut } from './work.ts'

// The entry of a utility process of its own. It ends with its only order, and the passphrase
// and what was decrypted go with its memory.
process.parentPort.once('message', ({ data }: { readonly data: Order }) => {
  carryOut(data)
    .then((answer) => process.parentPort.postMessage(answer))
    .catch(() => process.exit(1))
})
