import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Http, HttpRequest, HttpResult } from '../../../src/main/engine/ports.ts'
import type { HttpLimits } from '../../../src/main/platform/http.ts'

type NoAnswer = Extract<HttpResult, { kind: 'unreachable' | 'certificate-not-trusted' }>
type Reason = Extract<NoAnswer, { kind: 'unreachable' }>['reason']

const reasons: Readonly<Record<string, Reason>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-lost',
  ERR_STREAM_PREMATURE_CLOSE: 'connection-lost',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-secure-connection',
  EPROTO: 'no-secure-connection',
}

function failureOf({ code = '' }: NodeJS.ErrnoException, mayHaveArrived: boolean): NoAnswer {
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return { kind: 'certificate-not-trusted', problem: 'unknown-issuer' }
  }
  return { kind: 'unreachable', reason: reasons[code] ?? 'other', mayHaveArrived }
}

/** Node takes and gives the bytes of a header as the characters of Latin-1. */
const asBytes = (value: string) => Buffer.from(value).toString('latin1')
const asText = (bytes: string) => Buffer.from(bytes, 'latin1').toString()

function start({ method, url, headers, body }: HttpRequest): ClientRequest {
  const begin = url.startsWith('https:') ? requestTls : requestPlain
  const request = begin(url, {
    method,
    agent: false,
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, asBytes(value)])),
      'accept-encoding': 'gzip',
      ...(method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
  })
  if (method === 'GET') request.end()
  else request.end(Buffer.from(body))
  return request
}

function unpacked(response: IncomingMessage): Readable {
  if (response.headers['content-encoding'] !== 'gzip') return response
  return pipeline(response, createGunzip(), () => {})
}

function headersOf({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> {
  const values = Object.entries(headersDistinct)
  return Object.fromEntries(values.map(([name, all = []]) => [name, asText(all.join(', '))]))
}

/** HTTP by Node alone, for tests that run outside of Electron. */
export function createNodeHttp(
  limits: HttpLimits = { timeout: 30_000, maxBody: 1024 * 1024 },
): Http {
  return {
    send: (asked, signal) =>
      new Promise<HttpResult>((resolve) => {
        if (signal.aborted) return resolve({ kind: 'cancelled', mayHaveArrived: false })
        const request = start(asked)
        let isConnected = false
        function settle(result: HttpResult): void {
          clearTimeout(timer)
          signal.removeEventListener('abort', cancel)
          resolve(result)
          request.destroy()
        }
        const fail = (error: Error) => settle(failureOf(error, isConnected))
        const cancel = () => settle({ kind: 'cancelled', mayHaveArrived: isConnected })
        const timeOut = () =>
          settle({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: isConnected })
        const timer = setTimeout(timeOut, limits.timeout)
        signal.addEventListener('abort', cancel)
        request.on('socket', (socket) => {
          socket.once(asked.url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
            isConnected = true
          })
        })
        request.on('error', fail)
        request.on('response', (response) => {
          const status = response.statusCode ?? 0
          const { location } = response.headers
          if (status >= 300 && status < 400 && location !== undefined) {
            const { origin, pathname } = new URL(location, asked.url)
            return settle({ kind: 'moved', status, location: `${origin}${pathname}` })
          }
          const body = unpacked(response)
          const chunks: Buffer[] = []
          let size = 0
          body.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > limits.maxBody) settle({ kind: 'too-large', status })
            else chunks.push(chunk)
          })
          body.on('error', fail)
          body.on('end', () => {
            const bytes = new Uint8Array(Buffer.concat(chunks))
            settle({ kind: 'answer', status, headers: headersOf(response), body: bytes })
          })
        })
      }),
  }
}
