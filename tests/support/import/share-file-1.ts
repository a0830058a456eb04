/** Share files as the app wrote them in version 1. Never written again. */
export const shareFilesIn1 = {
  user: `{
  "format": "token-desk-share",
  "version": 1,
  "profile": {
    "name": "Reports é 💶",
    "presetId": "any-server",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "https://login.example/oauth2/refresh",
    "grantType": "password",
    "clientAuthentication": "basic",
    "basicEncoding": "raw",
    "bodyFormat": "json",
    "userNameField": "email_address",
    "scope": "read write",
    "audience": "https://api.example",
    "resource": "https://api.example/reports",
    "extraParameters": [
      {
        "secret": false,
        "name": "tenant",
        "value": "north",
        "sentWith": "always"
      },
      {
        "secret": true,
        "name": "pin",
        "sentWith": "obtaining"
      }
    ],
    "extraHeaders": [
      {
        "secret": false,
        "name": "X-Region",
        "value": "eu",
        "sentWith": "refreshing"
      },
      {
        "secret": true,
        "name": "X-Gateway-Key",
        "sentWith": "always"
      }
    ],
    "tag": {
      "name": "Production",
      "color": "red"
    },
    "apiAddress": "https://api.example/me?of=k%C3%B6ln",
    "keepFresh": true
  }
}
`,
  client: `{
  "format": "token-desk-share",
  "version": 1,
  "profile": {
    "name": "Own client",
    "presetId": "organization-api",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "",
    "grantType": "client_credentials",
    "clientAuthentication": "query",
    "basicEncoding": "raw",
    "bodyFormat": "form",
    "userNameField": "username",
    "scope": "",
    "audience": "",
    "resource": "",
    "extraParameters": [],
    "extraHeaders": [],
    "tag": null,
    "apiAddress": "",
    "keepFresh": false
  }
}
`,
} as const
