import { isLanguage } from '../../shared/language.ts'
import { startAuthorizationServer } from './authorization-server.ts'

// The entry of a utility process, so that the server's libraries are only loaded when it is used.

// Since Electron 37 an unhandled rejection does not end a utility process, so main would wait for a
// message until its timeout.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, () => process.exit(1))
}

const server = await startAuthorizationServer()
// The app's language, at the start and after each change.
process.parentPort.on('message', ({ data }: { readonly data: unknown }) => {
  if (typeof data === 'string' && isLanguage(data)) server.speak(data)
})
process.parentPort.postMessage(server.access)
