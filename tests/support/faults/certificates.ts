import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { isIP } from 'node:net'
import {
  bits,
  boolean,
  der,
  integer,
  objectId,
  octets,
  sequence,
  setOf,
  tagged,
  time,
  utf8,
} from './der.ts'

/** A certificate and its key in PEM, as `node:tls` wants them. */
export interface Credentials {
  readonly key: string
  readonly cert: string
}

export interface CertificateWishes {
  /** Names and addresses the certificate is for; this computer's by default. */
  readonly hosts?: readonly string[]
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/** Somebody who vouches for certificates. */
export interface Authority {
  /** Of the authority itself, in DER. */
  readonly certificate: Buffer
  /** A certificate for a server, followed in `cert` by nothing: the authority is the root. */
  issue(wishes?: CertificateWishes): Credentials
}

const day = 24 * 60 * 60 * 1000
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'))

const nameOf = (commonName: string) =>
  sequence(setOf(sequence(objectId('2.5.4.3'), utf8(commonName))))

/** subjectAltName (RFC 5280 §4.2.1.6). */
function alternativeNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    isIP(host) === 4
      ? der(0x87, Buffer.from(host.split('.').map(Number)))
      : der(0x82, Buffer.from(host)),
  )
  return sequence(objectId('2.5.29.17'), octets(sequence(...names)))
}

/** basicConstraints and keyUsage of an authority (RFC 5280 §4.2.1.9 and §4.2.1.3). */
const authorityExtensions = [
  sequence(objectId('2.5.29.19'), boolean(true), octets(sequence(boolean(true)))),
  sequence(objectId('2.5.29.15'), boolean(true), octets(der(0x03, Buffer.from([1, 0x06])))),
]

interface ToBeSigned {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly from: Date
  readonly until: Date
  readonly extensions: readonly Buffer[]
}

/** RFC 5280 §4.1, version 3, in DER. */
function certificateOf(wanted: ToBeSigned, signer: KeyObject): Buffer {
  const toBeSigned = sequence(
    tagged(0, integer(2)),
    integer(0x01, ...randomBytes(8)),
    ecdsaWithSha256,
    nameOf(wanted.issuer),
    sequence(time(wanted.from), time(wanted.until)),
    nameOf(wanted.subject),
    wanted.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...wanted.extensions)),
  )
  return sequence(toBeSigned, ecdsaWithSha256, bits(sign('sha256', toBeSigned, signer)))
}

function inPem(certificate: Buffer, privateKey: KeyObject): Credentials {
  return {
    key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

function span({ notBefore, notAfter }: CertificateWishes) {
  return {
    from: notBefore ?? new Date(Date.now() - day),
    until: notAfter ?? new Date(Date.now() + 90 * day),
  }
}

const thisComputer = ['localhost', '127.0.0.1']

/** A certificate that vouches for itself, and so one that nobody trusts. */
export function makeSelfSigned(wishes: CertificateWishes = {}): Credentials {
  const { publicKey, privateKey } = newKeys()
  const extensions = [alternativeNames(wishes.hosts ?? thisComputer)]
  const subject = { subject: 'localhost', issuer: 'localhost', publicKey, extensions }
  return inPem(certificateOf({ ...subject, ...span(wishes) }, privateKey), privateKey)
}

/** An authority that is trusted wherever its certificate was taken in, and only there. */
export function createAuthority(name: string): Authority {
  const own = newKeys()
  const life = { from: new Date(Date.now() - 3650 * day), until: new Date(Date.now() + 365 * day) }
  const self = { subject: name, issuer: name, publicKey: own.publicKey, ...life }
  return {
    certificate: certificateOf({ ...self, extensions: authorityExtensions }, own.privateKey),
    issue(wishes = {}) {
      const { publicKey, privateKey } = newKeys()
      const wanted = {
        subject: 'server',
        issuer: name,
        publicKey,
        extensions: [alternativeNames(wishes.hosts ?? thisComputer)],
        ...span(wishes),
      }
      return inPem(certificateOf(wanted, own.privateKey), privateKey)
    },
  }
}
