import { startAuthorizationServer } from './authorization-server.ts'

// The entry of a utility process of its own: what the server needs is loaded here, so
// that an app which nobody asks for it pays nothing, and it ends with the process.
const { access } = await startAuthorizationServer()
process.parentPort.postMessage(access)
