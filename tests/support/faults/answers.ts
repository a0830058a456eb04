import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Fault } from './fault-server.ts'
import { answering, drip, FIN, head, RST, type Step } from './faults.ts'

const token = '{"access_token":"t","token_type":"Bearer"}'
const ok = head(200, `Content-Length: ${token.length}`)
const zeros = Buffer.alloc(8 * 1024 * 1024)
const chunked = head(200, 'Transfer-Encoding: chunked')
const chunk = `${token.length.toString(16)}\r\n${token}\r\n`

function packed(encoding: string, bytes: Uint8Array): readonly Step[] {
  return [head(200, `Content-Encoding: ${encoding}`, `Content-Length: ${bytes.length}`), bytes]
}

type Reason = 'connection-lost' | 'timeout' | 'proxy' | 'other'

/** What comes of it, as far as the adapter is concerned. */
export type Verdict =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'too-large'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: Reason }

const answer = (body = token, status = 200): Verdict => ({ kind: 'answer', status, body })
const unreachable = (reason: Reason): Verdict => ({
  kind: 'unreachable',
  reason,
})
const tooLarge: Verdict = { kind: 'too-large', status: 200 }
const lost = unreachable('connection-lost')
const late = unreachable('timeout')
const garbled = unreachable('other')

/** Servers that take the whole request, and what is wrong with their answers. */
export const brokenAnswers: Readonly<Record<string, readonly [Fault, Verdict]>> = {
  'a slow drip that ends in time': [answering(...drip(ok + token, 1)), answer()],
  'a slow drip that does not end in time': [answering(ok, ...drip(token, 100)), late],
  'a drip within the headers': [answering(...drip(ok, 100)), late],
  'silence before the answer': [answering(), late],
  'silence within the status line': [answering('HTTP/1.1 2'), late],
  'silence within the headers': [answering('HTTP/1.1 200 OK\r\nContent-'), late],
  'silence before the body': [answering(ok), late],
  'silence within the body': [answering(ok, token.slice(0, 9)), late],
  'a goodbye before the answer': [answering(FIN), lost],
  'a goodbye within the status line': [answering('HTTP/1.1 2', FIN), lost],
  'a goodbye within the headers': [answering('HTTP/1.1 200 OK\r\nContent-', FIN), answer('')],
  'a goodbye within the body': [answering(ok, token.slice(0, 9), FIN), lost],
  'a reset before the answer': [answering(RST), lost],
  'a reset within the headers': [answering('HTTP/1.1 200 OK\r\nContent-', 30, RST), lost],
  'a reset within the body': [answering(ok, token.slice(0, 9), 30, RST), lost],
  'half a goodbye after a body of no stated length': [answering(head(200), token, FIN), answer()],
  'a body longer than it says': [answering(ok, `${token}and more`), answer()],
  'a body shorter than it says': [answering(head(200, 'Content-Length: 100'), token, FIN), lost],
  'two different lengths': [
    answering(head(200, 'Content-Length: 42', 'Content-Length: 43'), token),
    garbled,
  ],
  'a length below nothing': [answering(head(200, 'Content-Length: -5'), token, FIN), answer()],
  'chunks with a trailer': [answering(chunked, chunk, '0\r\nX-Sum: 1\r\n\r\n'), answer()],
  'chunks with a broken trailer': [answering(chunked, chunk, '0\r\n\0\0\r\n\r\n'), answer()],
  'chunks without an end': [answering(chunked, chunk, FIN), lost],
  'chunks of a size that is no number': [answering(chunked, `zz\r\n${token}`), garbled],
  'a gzip bomb': [answering(...packed('gzip', gzipSync(zeros))), tooLarge],
  'a deflate bomb': [answering(...packed('deflate', deflateSync(zeros))), tooLarge],
  'a brotli bomb': [answering(...packed('br', brotliCompressSync(zeros))), tooLarge],
  'a bomb within a bomb': [answering(...packed('gzip, gzip', gzipSync(gzipSync(zeros)))), tooLarge],
  deflate: [answering(...packed('deflate', deflateSync(token))), answer()],
  brotli: [answering(...packed('br', brotliCompressSync(token))), answer()],
  'gzip twice over': [answering(...packed('gzip, gzip', gzipSync(gzipSync(token)))), answer()],
  'gzip that is none': [answering(...packed('gzip', Buffer.from(token))), garbled],
  'gzip that is cut off': [
    answering(...packed('gzip', gzipSync(token).subarray(0, 30))),
    answer(token.slice(0, 19)),
  ],
  'an encoding that nobody knows': [answering(...packed('rot13', Buffer.from(token))), answer()],
  garbage: [answering('\x16\x03\x01 what is this?\r\n\r\n', FIN), garbled],
  'an answer without a head, as before HTTP/1.0': [answering(token, FIN), garbled],
  'half a megabyte of headers': [
    answering(head(200, ...Array.from({ length: 512 }, (_, n) => `X-${n}: ${'a'.repeat(1024)}`))),
    garbled,
  ],
  'two addresses to go to': [
    answering(head(307, 'Location: http://a.example/', 'Location: http://b.example/')),
    garbled,
  ],
  'a word of patience first': [
    answering(head(100), 20, head(103, 'Link: <x>'), ok, token),
    answer(),
  ],
  'words of patience without end': [
    answering(...Array.from({ length: 60 }, () => [head(102), 20]).flat()),
    late,
  ],
  'a change of protocol': [answering(head(101, 'Upgrade: x', 'Connection: upgrade')), late],
  'a status that is no status': [answering(head(1000, 'Content-Length: 0')), lost],
  'no content': [answering(head(204)), answer('', 204)],
  'reset content': [answering(head(205, 'Content-Length: 0')), answer('', 205)],
  'a question of a proxy that is none': [
    answering(head(407, 'Proxy-Authenticate: Basic realm="x"', 'Content-Length: 0')),
    unreachable('proxy'),
  ],
}
