import { startAuthorizationServer } from './authorization-server.ts'

// The entry of a utility process of its own: what the server needs is loaded here, so
// that an app which nobody asks for it pays nothing, and it ends with the process.

// Since Electron 37 a utility process outlives a rejection that no code handles, and main would wait
// for a message that never comes. It learns of the end at once.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, () => process.exit(1))
}

const { access } = await startAuthorizationServer()
process.parentPort.postMessage(access)
