import type { WordsLike } from '../../../shared/words-like.ts'
import type { provider as english } from '../en/provider.ts'

export const provider: WordsLike<typeof english> = {
  anyServer: 'Een andere OAuth 2.0-server',
  anyServerShort: 'OAuth 2.0-server',
  semansys: {
    userName: 'Het e-mailadres waarmee je de API-gegevens bij Semansys hebt aangevraagd.',
    credentials: 'Je hebt het van de supportdesk van Semansys gekregen.',
    checkRequest: 'Semansys: heb je alle vier de gegevens volledig overgenomen?',
    checkClient: 'Semansys: client ID en client secret heb je van de supportdesk gekregen.',
    checkUser:
      'Semansys: de gebruikersnaam is het e-mailadres waarmee je de API-gegevens hebt aangevraagd.',
    checkAddress:
      'Semansys: het adres in hun documentatie, oidc-pre.semansys.com, is om te testen. Horen je gegevens bij hetzelfde adres?',
    ask: 'Vraag het de supportdesk van Semansys.',
  },
  socialId: {
    clientId: 'De client ID van de app: een getal zoals 138.',
    clientSecret: '64 tekens, cijfers en de letters a tot en met f.',
    checkClient:
      'Social ID: de client ID is een getal en het secret heeft 64 tekens; ze moeten bij elkaar horen.',
    checkUserToo:
      'Social ID geeft hetzelfde antwoord bij een foute gebruikersnaam of een fout wachtwoord. Controleer die dus ook.',
    beforeOtherMethods:
      'Controleer eerst of de gebruikersnaam en het wachtwoord kloppen: elke poging telt als een keer inloggen.',
    checkUser:
      'Social ID: past “Veld voor de gebruikersnaam” bij wat je typte, een gebruikersnaam of een e-mailadres?',
    checkRequest:
      'Social ID: vul de gebruikersnaam en het wachtwoord allebei in, en controleer of “Veld voor de gebruikersnaam” erbij past.',
    checkGrant:
      'Social ID: die geeft tokens uit voor een gebruikersnaam en wachtwoord. Is dit echt het adres ervan?',
    checkServer: 'Social ID: de fout zit in hun server. Met je gegevens is niets mis.',
    ask: 'Vraag het je contactpersoon bij Social ID.',
  },
  organizationApi: {
    credentials: 'Van je launch engineer, of in het product: Settings → Developers → OAuth2.',
    checkClient: 'Organization API: zoek beide op onder Settings → Developers → OAuth2.',
    checkAddress:
      'Organization API: elke organisatie heeft een eigen serveradres. Is dit dat van jou?',
    ask: 'Vraag het je launch engineer.',
  },
}
