/** Distinguished Encoding Rules (ITU-T X.690 §10): tag, length, contents. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const digits = body.length.toString(16)
  const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 + length.length]), length, body])
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
export const setOf = (...parts: readonly Uint8Array[]) => der(0x31, ...parts)
export const integer = (...bytes: readonly number[]) => der(0x02, Buffer.from(bytes))
export const boolean = (value: boolean) => der(0x01, Buffer.from([value ? 0xff : 0]))
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const bits = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes)
export const nothing = der(0x05)
export const utf8 = (text: string) => der(0x0c, Buffer.from(text))
/** `[number] EXPLICIT` */
export const tagged = (number: number, ...parts: readonly Uint8Array[]) =>
  der(0xa0 + number, ...parts)
/** Years from 1950 to 2049 in two digits (RFC 5280 §4.1.2.5.1). */
export const time = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

/** An object identifier as it is written, `1.2.840…` (X.690 §8.19). */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (value: number): number[] =>
    value < 0x80
      ? [value]
      : [...base128(Math.floor(value / 0x80)).map((b) => b | 0x80), value % 0x80]
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
}
