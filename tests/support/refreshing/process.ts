import { text } from 'node:stream/consumers'
import { startRealEngine } from '../engine/real-engine.ts'
import { order } from './protocol.ts'

// A program that refreshes the token of the first profile in a vault and tells the outcome.
const { folder, key, afterwards } = order.parse(JSON.parse(await text(process.stdin)))
const engine = await startRealEngine(folder, Buffer.from(key, 'hex'))
const [before] = engine.profiles()
if (before?.token == null) throw new Error('the vault has no profile with a token')
const { issuedAt } = before.token
engine.subscribe(({ profiles }) => {
  const isNew = profiles.some(({ token }) => token !== null && token.issuedAt > issuedAt)
  if (isNew && afterwards === 'die') process.kill(process.pid, 'SIGKILL')
})
const { kind } = await engine.refresh(before.id)
process.stdout.write(`${JSON.stringify({ outcome: kind })}\n`)
await engine.close()
