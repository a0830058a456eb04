import type { Order } from './orders.ts'
import { carryOut } from './work.ts'

// The entry of a utility process of its own. It ends with its only order, and the passphrase
// and what was decrypted go with its memory.
// Since Electron 37 a utility process outlives a rejection that no code handles; main would then wait
// until its patience ends.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, () => process.exit(1))
}

process.parentPort.once('message', ({ data }: { readonly data: Order }) => {
  carryOut(data)
    .then((answer) => process.parentPort.postMessage(answer))
    .catch(() => process.exit(1))
})
