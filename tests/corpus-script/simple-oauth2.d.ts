/** As much of simple-oauth2 5 as is asked of it here; the package brings no types. */
declare module 'simple-oauth2' {
  interface Options {
    readonly client: { readonly id: string; readonly secret: string }
    readonly auth: { readonly tokenHost: string; readonly tokenPath: string }
  }
  interface AccessToken {
    readonly token: Readonly<Record<string, unknown>>
    refresh(): Promise<AccessToken>
  }
  export class ClientCredentials {
    constructor(options: Options)
    getToken(parameters: object): Promise<AccessToken>
    createToken(token: object): AccessToken
  }
  export class ResourceOwnerPassword {
    constructor(options: Options)
    getToken(parameters: object): Promise<AccessToken>
  }
}
