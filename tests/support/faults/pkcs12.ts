import { createHash, createHmac } from 'node:crypto'
import { integer, nothing, objectId, octets, sequence, tagged } from './der.ts'

const data = (bytes: Uint8Array) =>
  sequence(objectId('1.2.840.113549.1.7.1'), tagged(0, octets(bytes)))

/** RFC 7292 §4.2.3 */
const certificateBag = (certificate: Uint8Array) =>
  sequence(
    objectId('1.2.840.113549.1.12.10.1.3'),
    tagged(0, sequence(objectId('1.2.840.113549.1.9.22.1'), tagged(0, octets(certificate)))),
  )

/** The key of the checksum (RFC 7292 appendix B.2, with SHA-1, purpose 3, one block). */
function checksumKey(password: string, salt: Buffer, rounds: number): Buffer {
  const filled = (bytes: Buffer) =>
    Buffer.alloc(Math.ceil(bytes.length / 64) * 64, bytes.length === 0 ? '' : bytes)
  const characters = Buffer.from(`${password}\0`, 'utf16le').swap16()
  let key = Buffer.concat([Buffer.alloc(64, 3), filled(salt), filled(characters)])
  for (let round = 0; round < rounds; round += 1) key = createHash('sha1').update(key).digest()
  return key
}

/** A file of certificates without keys, as key stores take it in (RFC 7292). */
export function inPkcs12(certificates: readonly Uint8Array[], password: string): Buffer {
  const bags = sequence(...certificates.map(certificateBag))
  const contents = sequence(data(bags))
  const salt = Buffer.from('salt salt')
  const rounds = 2000
  const checksum = createHmac('sha1', checksumKey(password, salt, rounds))
    .update(contents)
    .digest()
  const sha1 = sequence(objectId('1.3.14.3.2.26'), nothing)
  return sequence(
    integer(3),
    data(contents),
    sequence(sequence(sha1, octets(checksum)), octets(salt), integer(rounds >> 8, rounds & 0xff)),
  )
}
