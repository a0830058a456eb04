import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
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
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20)
  })
`

/** Makes one by filling the queue of a listener that takes nobody (Linux then drops the rest). */
export async function openBlackHole(): Promise<BlackHole> {
  const worker = new Worker(listener, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  await wait(100)
  const queue: Socket[] = []
  for (let isFull = false; !isFull; ) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    queue.push(socket)
    const isTaken = once(socket, 'connect').then(() => true)
    isFull = !(await Promise.race([isTaken, wait(300, false)]))
  }
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      for (const socket of queue) socket.destroy()
      await worker.terminate()
    },
  }
}
