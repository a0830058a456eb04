import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { appUrl } from '../../../src/main/ipc/sender.ts'
import { answerWithBuiltPage, readBuiltFiles } from '../../../src/main/shell/app-protocol.ts'

const built = path.join(import.meta.dirname, '../../../out')

/** Serves the built page on loopback, with the bytes and the headers that the app serves. */
export async function servePage() {
  const list = path.join(built, 'main/page-files.json')
  const files = readBuiltFiles(path.join(built, 'renderer'), list)
  const server = createServer(({ method = '', url = '/' }, response) => {
    // A browser looks for it by itself, a window of the app does not.
    if (url === '/favicon.ico') return response.writeHead(204).end()
    const request = { method, url: new URL(url, appUrl).href }
    const { statusCode, headers, data } = answerWithBuiltPage(request, files, () => 'en')
    return response.writeHead(statusCode, headers).end(data)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
