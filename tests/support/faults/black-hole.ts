import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** A port that connections to neither succeed nor fail, as behind a firewall that drops them. */
export interface BlackHole {
  /** `127.0.0.1:12345` */
  readonly host: string
  close(): Promise<void>
}

/** Listens, and then never comes back to take a connection. */
const listener = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
`

/** Makes one by filling the queue of a listener that takes nobody (Linux then drops the rest). */
export async function openBlackHole(): Promise<BlackHole> {
  const worker = new Worker(listener, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  const queue: Socket[] = []
  for (let isFull = false; !isFull; ) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    queue.push(socket)
    let isTaken = false
    socket.once('connect', () => {
      isTaken = true
    })
    await Promise.race([once(socket, 'connect'), wait(300)])
    // Where this process had to wait itself, its timers come before what has arrived meanwhile.
    await nextTurn()
    isFull = !isTaken
  }
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      for (const socket of queue) socket.destroy()
      await worker.terminate()
    },
  }
}
