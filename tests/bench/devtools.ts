import type { Readable, Writable } from 'node:stream'

type Params = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Params
  readonly result?: Params
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

export interface DevtoolsEvent {
  readonly method: string
  readonly params: Params
  readonly sessionId: string | undefined
}

/** The Chrome DevTools Protocol over a pipe: JSON texts, each ended by a zero byte. */
export interface Devtools {
  /** Rejects with the error that the browser tells. */
  send(method: string, params?: Params, sessionId?: string): Promise<Params>
  onEvent(listener: (event: DevtoolsEvent) => void): void
}

export function createDevtools(commands: Writable, messages: Readable): Devtools {
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(event: DevtoolsEvent) => void>()
  let lastId = 0
  let unread = ''

  function take(message: Message): void {
    const { id, method, params = {}, sessionId } = message
    if (id !== undefined) {
      waiting.get(id)?.(message)
      waiting.delete(id)
    } else if (method !== undefined) {
      for (const listener of listeners) listener({ method, params, sessionId })
    }
  }

  messages.setEncoding('utf8')
  messages.on('data', (text: string) => {
    const texts = (unread + text).split('\0')
    unread = texts.pop() ?? ''
    for (const each of texts) take(JSON.parse(each))
  })
  // The program may be gone; whoever waits for it has a limit of his own.
  commands.on('error', () => {})

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, ({ error, result = {} }) => {
          if (error === undefined) resolve(result)
          else reject(new Error(`${method}: ${error.message}`))
        })
        commands.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
      }),
    onEvent: (listener) => {
      listeners.add(listener)
    },
  }
}
