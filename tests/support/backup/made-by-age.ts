/** Made by `age --passphrase` 1.1.1, so that nothing of ours had a hand in it. */
export const madeByAge = Buffer.from(
  [
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCAweXIxSDg0VjhJeW5zOFY3dVJUTVdRIDE4CmlmYWcxTCtz',
    'N3lCRy80a2JOTElvN1ovbERsalo1RnNXZVFWekIwZU1CTmcKLS0tIDZzMW5palZtaEpwVktaQjRkUFVib055Y0VK',
    'ZkRWNUEyeGhCZ3ZRT3VVQUkKhfYRpokU2W/oMcDIM3wFyFHGUOhaEL6sXaGCtSdTzKxFqd4V1htUoTrRDZqMAHte',
    '4X+/k76XaqJ2lbu8KQHAOtCIiyKeXJfVig9Jkr2nyoXw6MfN6Cts+6j8Db2k9pqDxNSOuZixn/C7OTaTtDtJGcSG',
    'fzt3bIvmBfi5uSaQlXStEfioJSdXM/COR0BMUqivpFoe9Q==',
  ].join(''),
  'base64',
)
export const passphraseOfAge = 'three slow barges under a bridge'
export const plainOfAge = `{
 "format": "token-desk-backup",
 "version": 1,
 "createdAt": 1795262400000,
 "profiles": [],
 "notIncluded": []
}
`
