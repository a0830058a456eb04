import { startAuthorizationServer } from './authorization-server.ts'

// The entry of a utility process, so that the server's libraries are only loaded when it is used.

// Since Electron 37 an unhandled rejection does not end a utility process, so main would wait for a
// message until its timeout.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, () => process.exit(1))
}

const { access } = await startAuthorizationServer()
process.parentPort.postMessage(access)
