import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Http, HttpResult } from '../../../src/main/engine/ports.ts'
import type { HttpLimits } from '../../../src/main/platform/http.ts'

type Failed = Extract<HttpResult, { kind: 'unreachable' | 'certificate-not-trusted' }>

const failures: Readonly<Record<string, Failed>> = {
  ENOTFOUND: { kind: 'unreachable', reason: 'name-not-found' },
  EAI_AGAIN: { kind: 'unreachable', reason: 'name-not-found' },
  ECONNREFUSED: { kind: 'unreachable', reason: 'connection-refused' },
  ECONNRESET: { kind: 'unreachable', reason: 'connection-lost' },
  ERR_STREAM_PREMATURE_CLOSE: { kind: 'unreachable', reason: 'connection-lost' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { kind: 'certificate-not-trusted', problem: 'unknown-issuer' },
}

function failureOf(error: NodeJS.ErrnoException): Failed {
  return failures[error.code ?? ''] ?? { kind: 'unreachable', reason: 'other' }
}

/** HTTP by Node alone, for tests that run outside of Electron. */
export function createNodeHttp(
  limits: HttpLimits = { timeout: 30_000, largestBody: 1024 * 1024 },
): Http {
  return {
    send: (asked, signal) =>
      new Promise<HttpResult>((resolve) => {
        if (signal.aborted) return resolve({ kind: 'cancelled' })
        const start = asked.url.startsWith('https:') ? requestTls : requestPlain
        const length = Buffer.byteLength(asked.body)
        const request = start(asked.url, {
          method: asked.method,
          agent: false,
          headers: { ...asked.headers, 'accept-encoding': 'gzip', 'content-length': length },
        })
        function settle(result: HttpResult): void {
          clearTimeout(timer)
          signal.removeEventListener('abort', cancel)
          resolve(result)
          request.destroy()
        }
        const cancel = () => settle({ kind: 'cancelled' })
        const timer = setTimeout(
          () => settle({ kind: 'unreachable', reason: 'timeout' }),
          limits.timeout,
        )
        signal.addEventListener('abort', cancel)
        request.on('error', (error) => settle(failureOf(error)))
        request.on('response', (response) => {
          const status = response.statusCode ?? 0
          const { location } = response.headers
          if (status >= 300 && status < 400 && location !== undefined) {
            const { origin, pathname } = new URL(location, asked.url)
            return settle({ kind: 'moved', status, location: `${origin}${pathname}` })
          }
          const isPacked = response.headers['content-encoding'] === 'gzip'
          const packed = isPacked ? [response, createGunzip()] : [response]
          const body = packed.at(-1) ?? response
          if (isPacked) pipeline(packed, () => {})
          const chunks: Buffer[] = []
          let size = 0
          body.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > limits.largestBody) settle({ kind: 'too-large', status })
            else chunks.push(chunk)
          })
          body.on('error', (error) => settle(failureOf(error)))
          body.on('end', () => {
            const headers = Object.entries(response.headersDistinct).map(([name, values]) => [
              name,
              (values ?? []).join(', '),
            ])
            settle({
              kind: 'answer',
              status,
              headers: Object.fromEntries(headers),
              body: new Uint8Array(Buffer.concat(chunks)),
            })
          })
        })
        request.end(asked.body)
      }),
  }
}
