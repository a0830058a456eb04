import { app } from 'electron'
import { speakHttp1Only } from '../../../src/main/platform/http.ts'
import { assertNever } from '../../../src/shared/assert-never.ts'
import { fill } from './fill.ts'
import { grow } from './grow.ts'
import { type Answer, type Order, order } from './orders.ts'
import { readTokens } from './read-token.ts'
import { saveProfiles } from './save.ts'
import { getTokens } from './token.ts'

// The main process of an app without a window, made of the parts that the real one is made of.

function tell(message: Answer): void {
  process.send?.(message)
}

async function follow(asked: Order): Promise<unknown> {
  switch (asked.name) {
    case 'fill':
      return fill(asked)
    case 'token':
      return getTokens(asked)
    case 'save':
      return saveProfiles(asked)
    case 'grow':
      return grow(asked)
    case 'read-token':
      return readTokens(asked)
    case 'version':
      return process.versions.electron
    default:
      return assertNever(asked)
  }
}

process.on('message', (raw) => {
  follow(order.parse(raw)).then(
    (value) => tell({ kind: 'done', value }),
    (error: unknown) => tell({ kind: 'failed', message: String(error) }),
  )
})
process.on('disconnect', () => app.exit(0))
speakHttp1Only()
void app.whenReady().then(() => tell({ kind: 'ready' }))
