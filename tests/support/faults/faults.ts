import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './fault-server.ts'

/** Closes our half of the connection. */
export const FIN: unique symbol = Symbol('FIN')
/** Ends the connection at once, without ceremony (RFC 9293 §3.5.2). */
export const RST: unique symbol = Symbol('RST')

/** One step of an answer: bytes (a character of Latin-1 each), milliseconds to wait, or an end. */
export type Step = string | Uint8Array | number | typeof FIN | typeof RST

async function play(socket: Socket, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return
    if (step === FIN) socket.end()
    else if (step === RST) socket.resetAndDestroy()
    else if (typeof step === 'number') await wait(step)
    else {
      const bytes = typeof step === 'string' ? Buffer.from(step, 'latin1') : step
      await new Promise((resolve) => socket.write(bytes, resolve))
    }
  }
}

/** Answers each whole request with these steps, and then keeps the connection as it is. */
export function answering(...steps: readonly Step[]): Fault {
  return { onRequest: (socket) => void play(socket, steps) }
}

/** Does so as soon as somebody connects. */
export function greeting(...steps: readonly Step[]): Fault {
  return { onConnection: (socket) => void play(socket, steps) }
}

/** The head of an answer; each line without its end. */
export function head(status: number | string, ...lines: readonly string[]): string {
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n')
}

/** An answer byte by byte, each after so many milliseconds. */
export function drip(text: string, milliseconds: number): readonly Step[] {
  return [...text].flatMap((byte) => [byte, milliseconds])
}
