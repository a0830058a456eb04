import type { JwtNote } from '../../../src/shared/token.ts'

/** A token that a standard prints, and what stands in it. */
export interface StandardToken {
  readonly where: string
  readonly token: string
  readonly format: 'jwt' | 'encrypted'
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly notes: readonly JwtNote[]
}

const joe = { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true }
const joeEncoded =
  'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'

const jws = (
  where: string,
  [header, payload, signature]: readonly [string, string, string],
  read: Pick<StandardToken, 'header' | 'claims'> & { readonly notes?: readonly JwtNote[] },
): StandardToken => ({
  where,
  token: `${header}.${payload}.${signature}`,
  format: 'jwt',
  notes: [],
  ...read,
})

const jwe = (
  where: string,
  parts: readonly [string, string, string, string, string],
  header: StandardToken['header'],
): StandardToken => ({
  where,
  token: parts.join('.'),
  format: 'encrypted',
  header,
  claims: {},
  notes: [],
})

const hs256 = [
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9',
  joeEncoded,
  'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
] as const
const hs256Header = { typ: 'JWT', alg: 'HS256' }
const unsecured = ['eyJhbGciOiJub25lIn0', joeEncoded, ''] as const
const plainHeader = 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19'

/** RFC 7515 A.1–A.5 and F, RFC 7516 A.1–A.3, RFC 7519 §3.1, §6.1, A.1, A.2, RFC 7797 §4. */
export const standardTokens: readonly StandardToken[] = [
  jws('RFC 7515 A.1, HS256', hs256, { header: hs256Header, claims: joe }),
  jws(
    'RFC 7515 A.2, RS256',
    [
      'eyJhbGciOiJSUzI1NiJ9',
      joeEncoded,
      'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw',
    ],
    { header: { alg: 'RS256' }, claims: joe },
  ),
  jws(
    'RFC 7515 A.3, ES256',
    [
      'eyJhbGciOiJFUzI1NiJ9',
      joeEncoded,
      'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    ],
    { header: { alg: 'ES256' }, claims: joe },
  ),
  jws(
    'RFC 7515 A.4, ES512 with the payload "Payload"',
    [
      'eyJhbGciOiJFUzUxMiJ9',
      'UGF5bG9hZA',
      'AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn',
    ],
    { header: { alg: 'ES512' }, claims: {}, notes: ['payload-not-json'] },
  ),
  jws('RFC 7515 A.5, unsecured', unsecured, {
    header: { alg: 'none' },
    claims: joe,
    notes: ['unsigned'],
  }),
  jws('RFC 7515 appendix F, A.1 without its payload', [hs256[0], '', hs256[2]], {
    header: hs256Header,
    claims: {},
    notes: ['detached'],
  }),
  jwe(
    'RFC 7516 A.1, RSA-OAEP',
    [
      'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ',
      'OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9jwQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da14B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWTIy3brGPi6UklfCpIMfIjf7iGdXKHzg',
      '48V1_ALb6US04U3b',
      '5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A',
      'XFBoMYUZodetZdvTiFvSkQ',
    ],
    { alg: 'RSA-OAEP', enc: 'A256GCM' },
  ),
  jwe(
    'RFC 7516 A.2, RSA1_5',
    [
      'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0',
      'UGhIOguC7IuEvf_NPVaXsGMoLOmwvc1GyqlIKOK1nN94nHPoltGRhWhw7Zx0-kFm1NJn8LE9XShH59_i8J0PH5ZZyNfGy2xGdULU7sHNF6Gp2vPLgNZ__deLKxGHZ7PcHALUzoOegEI-8E66jX2E4zyJKx-YxzZIItRzC5hlRirb6Y5Cl_p-ko3YvkkysZIFNPccxRU7qve1WYPxqbb2Yw8kZqa2rMWI5ng8OtvzlV7elprCbuPhcCdZ6XDP0_F8rkXds2vE4X-ncOIM8hAYHHi29NX0mcKiRaD0-D-ljQTP-cFPgwCp6X-nZZd9OHBv-B3oWh2TbqmScqXMR4gp_A',
      'AxY8DCtDaGlsbGljb3RoZQ',
      'KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY',
      '9hH0vgRfYgPnAHOd8stkvw',
    ],
    { alg: 'RSA1_5', enc: 'A128CBC-HS256' },
  ),
  jwe(
    'RFC 7516 A.3, A128KW',
    [
      'eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0',
      '6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ',
      'AxY8DCtDaGlsbGljb3RoZQ',
      'KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY',
      'U0m_YmjN04DJvceFICbCVQ',
    ],
    { alg: 'A128KW', enc: 'A128CBC-HS256' },
  ),
  jws('RFC 7519 §3.1', hs256, { header: hs256Header, claims: joe }),
  jws('RFC 7519 §6.1, unsecured', unsecured, {
    header: { alg: 'none' },
    claims: joe,
    notes: ['unsigned'],
  }),
  jwe(
    'RFC 7519 A.1, encrypted',
    [
      'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0',
      'QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8qDcjiHnSJflSdv1iNqhWXaKH4MqAkQtMoNfABIPJaZm0HaA415sv3aeuBWnD8J-Ui7Ah6cWafs3ZwwFKDFUUsWHSK-IPKxLGTkND09XyjORj_CHAgOPJ-Sd8ONQRnJvWn_hXV1BNMHzUjPyYwEsRhDhzjAD26imasOTsgruobpYGoQcXUwFDn7moXPRfDE8-NoQX7N7ZYMmpUDkR-Cx9obNGwJQ3nM52YCitxoQVPzjbl7WBuB7AohdBoZOdZ24WlN1lVIeh8v1K4krB8xgKvRU8kgFrEn_a1rZgN5TiysnmzTROF869lQ',
      'AxY8DCtDaGlsbGljb3RoZQ',
      'MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3roJDXQyhxx0wKaMHDjUEOKIwrtkHthpqEanSBNYHZgmNOV7sln1Eu9g3J8',
      'fiK51VwhsxJ-siBMR-YFiA',
    ],
    { alg: 'RSA1_5', enc: 'A128CBC-HS256' },
  ),
  jwe(
    'RFC 7519 A.2, a JWT inside of an encrypted one',
    [
      'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiY3R5IjoiSldUIn0',
      'g_hEwksO1Ax8Qn7HoN-BVeBoa8FXe0kpyk_XdcSmxvcM5_P296JXXtoHISr_DD_MqewaQSH4dZOQHoUgKLeFly-9RI11TG-_Ge1bZFazBPwKC5lJ6OLANLMd0QSL4fYEb9ERe-epKYE3xb2jfY1AltHqBO-PM6j23Guj2yDKnFv6WO72tteVzm_2n17SBFvhDuR9a2nHTE67pe0XGBUS_TK7ecA-iVq5COeVdJR4U4VZGGlxRGPLRHvolVLEHx6DYyLpw30Ay9R6d68YCLi9FYTq3hIXPK_-dmPlOUlKvPr1GgJzRoeC9G5qCvdcHWsqJGTO_z3Wfo5zsqwkxruxwA',
      'UmVkbW9uZCBXQSA5ODA1Mg',
      'VwHERHPvCNcHHpTjkoigx3_ExK0Qc71RMEParpatm0X_qpg-w8kozSjfNIPPXiTBBLXR65CIPkFqz4l1Ae9w_uowKiwyi9acgVztAi-pSL8GQSXnaamh9kX1mdh3M_TT-FZGQFQsFhu0Z72gJKGdfGE-OE7hS1zuBD5oEUfk0Dmb0VzWEzpxxiSSBbBAzP10l56pPfAtrjEYw-7ygeMkwBl6Z_mLS6w6xUgKlvW6ULmkV-uLC4FUiyKECK4e3WZYKw1bpgIqGYsw2v_grHjszJZ-_I5uM-9RA8ycX9KqPRp9gc6pXmoU_-27ATs9XCvrZXUtK2902AUzqpeEUJYjWWxSNsS-r1TJ1I-FMJ4XyAiGrfmo9hQPcNBYxPz3GQb28Y5CLSQfNgKSGt0A4isp1hBUXBHAndgtcslt7ZoQJaKe_nNJgNliWtWpJ_ebuOpEl8jdhehdccnRMIwAmU1n7SPkmhIl1HlSOpvcvDfhUN5wuqU955vOBvfkBOh5A11UzBuo2WlgZ6hYi9-e3w29bR0C2-pp3jbqxEDw3iWaf2dc5b-LnR0FEYXvI_tYk5rd_J9N0mg0tQ6RbpxNEMNoA9QWk5lgdPvbh9BaO195abQ',
      'AVO9iT5AV4CzvDJCdhSFlQ',
    ],
    { alg: 'RSA1_5', enc: 'A128CBC-HS256', cty: 'JWT' },
  ),
  jws(
    'RFC 7797 §4.1, the payload "$.02" encoded',
    ['eyJhbGciOiJIUzI1NiJ9', 'JC4wMg', '5mvfOroL-g7HyqJoozehmsaqmvTYGEq5jTI1gVvoEoQ'],
    { header: { alg: 'HS256' }, claims: {}, notes: ['payload-not-json'] },
  ),
  jws(
    'RFC 7797 §4.2, the payload kept elsewhere',
    [plainHeader, '', 'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY'],
    { header: { alg: 'HS256', b64: false, crit: ['b64'] }, claims: {}, notes: ['detached'] },
  ),
]
