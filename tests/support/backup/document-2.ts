/** A backup as the app wrote it in version 2, before it was encrypted. Never written again. */
export const documentIn2 = `{
 "format": "token-desk-backup",
 "version": 2,
 "createdAt": 1795262400000,
 "profiles": [
  {
   "id": "4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
   "settings": {
    "name": "Reports é 💶",
    "presetId": "any-server",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "https://login.example/oauth2/refresh",
    "grantType": "password",
    "clientAuthentication": "basic",
    "basicEncoding": "raw",
    "bodyFormat": "json",
    "clientId": "reports",
    "userName": "ada@example.org",
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
    "keepFresh": true,
    "group": "Finance – Köln 💶",
    "tag": {
     "name": "Production",
     "color": "red"
    },
    "apiAddress": "https://api.example/me?of=k%C3%B6ln"
   },
   "secrets": {
    "clientSecret": "client-secret-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
    "password": "password-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11-žluť漢字",
    "parameter:obtaining:pin": "pin-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
    "header:always:X-Gateway-Key": "gateway-key-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11"
   },
   "withoutRefreshToken": false
  },
  {
   "id": "5d2a8dae-41e3-4c6f-8b62-1c9a7e8d3a22",
   "settings": {
    "name": "Public client",
    "presetId": "any-server",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "",
    "grantType": "refresh_token",
    "clientAuthentication": "none",
    "basicEncoding": "raw",
    "bodyFormat": "form",
    "clientId": "",
    "userName": "",
    "userNameField": "username",
    "scope": "",
    "audience": "",
    "resource": "",
    "extraParameters": [],
    "extraHeaders": [],
    "keepFresh": false,
    "group": "",
    "tag": null,
    "apiAddress": ""
   },
   "secrets": {},
   "withoutRefreshToken": true
  },
  {
   "id": "6e3b9ebf-52f4-4d70-9c73-2dab8f9e4b33",
   "settings": {
    "name": "Own client",
    "presetId": "organization-api",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "",
    "grantType": "client_credentials",
    "clientAuthentication": "query",
    "basicEncoding": "raw",
    "bodyFormat": "form",
    "clientId": "reports",
    "userName": "",
    "userNameField": "username",
    "scope": "",
    "audience": "",
    "resource": "",
    "extraParameters": [],
    "extraHeaders": [],
    "keepFresh": false,
    "group": "",
    "tag": null,
    "apiAddress": ""
   },
   "secrets": {
    "clientSecret": "secret of own client"
   },
   "withoutRefreshToken": false
  }
 ],
 "notIncluded": []
}
`
