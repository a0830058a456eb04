/** A backup as the app wrote it in version 1, before it was encrypted. A text of then: never written anew. */
export const documentIn1 = `{
 "format": "token-desk-backup",
 "version": 1,
 "createdAt": 1795262400000,
 "profiles": [
  {
   "id": "4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
   "settings": {
    "name": "Reports",
    "presetId": "any-server",
    "tokenEndpoint": "https://login.example/oauth2/token",
    "refreshEndpoint": "https://login.example/oauth2/refresh",
    "grantType": "password",
    "clientAuthentication": "basic",
    "basicEncoding": "form",
    "bodyFormat": "json",
    "clientId": "reports",
    "userName": "ada@example.org",
    "userNameField": "username",
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
    "keepFresh": true
   },
   "secrets": {
    "clientSecret": "client-secret-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
    "password": "password-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11-žluť漢字",
    "parameter:obtaining:pin": "pin-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11",
    "header:always:X-Gateway-Key": "gateway-key-of-4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11"
   },
   "withoutRefreshToken": false
  }
 ],
 "notIncluded": []
}
`
