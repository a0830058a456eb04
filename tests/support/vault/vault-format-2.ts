/**
 * A vault file as the app wrote it in format 2, with every kind of slot of that time: the
 * key store that was replaced, the one that took its place (its key is `keyStoreKeyIn1`),
 * a passphrase, and a way in that nobody knows. A text of then: never written anew.
 */
export const vaultIn2 =
  '{"format":2,"vaultId":"5d2f6a38-9c1e-4c8b-b7a5-3e0d9a4c7f22","slots":[{"kind":"of-a-later-version","anything":[1]},{"kind":"key-store","wrapped":"cMTrPInpSJwgGRvfgIWAvpsnSeGV6Psz/0guWPOyopWiAH1yAeUR6obItW893dJrmRBh65N9ci+LuQzj","leavesAfter":"key-store"},{"kind":"key-store","wrapped":"7TQoMaEJ3KhfgBo8eZbwul6vFCqLYGy5zeyvLoHrqsjQp6oQceRX0w+usnDezb8yQuKkFAl71kzonWbB","leavesAfter":null},{"kind":"passphrase","scrypt":{"N":131072,"r":8,"p":1},"salt":"eRMXa7/wb3AUFclUfht1VQ==","wrapped":"YoxKsWv5WQY00kDhS40PEsAcUhuIMxE0om2qZBC32d3VbnxGUprbM7vfZRgXr5iDkh1GcbimfJuWE2Ie","leavesAfter":null}],"check":"KM60SveHJDimHAkutG6EkQHHe12jAFtGJ0zfmsgYVFzVxpQ5/BM=","checksum":"66aba833dd5325066de8f5fba6dc27cf812f7f2328ee269de9d3dfe56f256d4d"}'

export const passphraseIn2 = 'sieben stille Reiher über dem See'
