import type { WordsLike } from '../../../shared/words-like.ts'
import type { causes as english } from '../en/causes.ts'

export const causes: WordsLike<typeof english> = {
  'redirect-not-registered': {
    title: 'Het omleidingsadres is niet geregistreerd',
    what: 'De dienst antwoordt alleen aan adressen op zijn lijst. Dat van dit profiel staat er niet op.',
    check:
      'Vraag wie de app heeft geregistreerd om het “Omleidingsadres” van dit profiel toe te voegen, letter voor letter.',
  },
  'secret-required': {
    title: 'De dienst wil een client secret',
    what: 'De app is geregistreerd als een app met een client secret, en het verzoek had er geen.',
    check:
      'Kies “Profiel bewerken” en bij “Clientauthenticatie” hoe het client secret wordt gestuurd. Vul het daarna in.',
  },
  'secret-not-allowed': {
    title: 'De dienst wil geen client secret',
    what: 'De app is geregistreerd als een app zonder client secret, en het verzoek had er een.',
    check: 'Kies “Profiel bewerken” en bij “Clientauthenticatie” dat er geen client secret is.',
  },
  'secret-wrong': {
    title: 'Het client secret klopt niet',
    what: 'De dienst kent het client ID, maar dit client secret hoort er niet bij.',
    check:
      'Kies “Profiel bewerken” en kopieer het client secret opnieuw, zonder spatie ervoor of erachter.',
  },
  'secret-expired': {
    title: 'Het client secret is verlopen',
    what: 'Het klopte ooit, maar een client secret is hier maar een bepaalde tijd geldig.',
    check: 'Vraag om een nieuw client secret. Kies daarna “Profiel bewerken” en vul het in.',
  },
  'origin-required': {
    title: 'De dienst denkt dat deze app een webpagina is',
    what: 'De app is geregistreerd als single-page application. Zulke verzoeken moeten vermelden waar ze vandaan komen (“Origin”).',
    check: 'Kies “Origin meesturen” en log opnieuw in.',
    also: 'Beter: vraag wie de app heeft geregistreerd om het omleidingsadres bij “Mobile and desktop applications” te zetten.',
  },
  'origin-not-allowed': {
    title: 'De dienst accepteert de Origin niet',
    what: 'Het verzoek vermeldde waar het vandaan komt, en de app is niet geregistreerd als single-page application.',
    check: 'Kies “Profiel bewerken”, zet “Origin meesturen” uit en log opnieuw in.',
  },
  'consent-required': {
    title: 'Er is nog geen toestemming gegeven',
    what: 'Jij, of een beheerder, moet eerst toestemming geven voor wat deze app mag doen.',
    check: 'Log met een browser in bij deze app en geef daar toestemming.',
    also: 'Kun je daar geen toestemming geven, vraag dan een beheerder om dat voor iedereen te doen.',
  },
  'administrator-required': {
    title: 'Een beheerder moet eerst toestemming geven',
    what: 'In jouw organisatie kan alleen een beheerder deze app toestaan.',
    check:
      'Vraag een beheerder om toestemming, en stuur het rapport mee. Probeer het daarna opnieuw.',
  },
  'user-not-assigned': {
    title: 'Jouw account mag deze app niet gebruiken',
    what: 'Het inloggen zelf lukte, maar je hoort niet bij de gebruikers van deze app.',
    check: 'Vraag een beheerder om je toe te voegen aan de gebruikers van deze app.',
    also: 'Heb je daar nog een account? Log dan daarmee in.',
  },
  'account-unknown': {
    title: 'Dit account hoort hier niet',
    what: 'De organisatie waar deze app bij hoort, kent dit account niet.',
    check: 'Log in met een account van die organisatie.',
    also: 'Moet het dit account zijn, vraag dan een beheerder daar om het als gast uit te nodigen.',
  },
  'more-proof-required': {
    title: 'De dienst wil een tweede bewijs van wie je bent',
    what: 'Bijvoorbeeld een code op je telefoon, of een nieuwe login omdat de vorige lang geleden is.',
    check: 'Log in met een browser. Daar kun je dat bewijs geven.',
    also: 'Gebruikt dit profiel een gebruikersnaam en wachtwoord, vraag dan welke andere manier is toegestaan.',
  },
  policy: {
    title: 'Een regel van je organisatie staat dit niet toe',
    what: 'De regel kan over deze computer gaan, over het netwerk of over deze manier van inloggen.',
    check: 'Vraag een beheerder welke regel het was, en stuur het rapport mee.',
  },
  'account-blocked': {
    title: 'Het account is vergrendeld of uitgeschakeld',
    what: 'Servers vergrendelen een account vaak na een paar verkeerde wachtwoorden. Een beheerder kan dat ook doen.',
    check: 'Wacht een tijdje voor je het opnieuw probeert: elke poging kan het langer laten duren.',
    also: 'Blijft het vergrendeld, vraag dan een beheerder om het te ontgrendelen.',
  },
  'password-expired': {
    title: 'Het wachtwoord is verlopen',
    what: 'De dienst wil dat je eerst een nieuw wachtwoord kiest.',
    check: 'Kies een nieuw wachtwoord op de website van de aanbieder.',
    also: 'Staat het wachtwoord in dit profiel, kies dan “Profiel bewerken” en typ het nieuwe.',
  },
  'client-unknown': {
    title: 'De dienst kent dit client ID niet',
    what: 'Er is geen app met dit ID, of de app hoort bij een andere organisatie.',
    check:
      'Kies “Profiel bewerken” en vergelijk het client ID en de adressen met wat je hebt gekregen.',
  },
  'client-disabled': {
    title: 'De app is daar uitgeschakeld',
    what: 'De dienst kent het client ID, maar de app is daar uitgezet.',
    check: 'Vraag wie de app heeft geregistreerd om hem weer aan te zetten.',
  },
  'tenant-unknown': {
    title: 'Het adres hoort niet bij een organisatie die past',
    what: 'Een deel van het adres noemt een organisatie. Die bestaat daar niet, of deze app mag die niet gebruiken.',
    check:
      'Kies “Profiel bewerken” en vergelijk de adressen letter voor letter met wat je hebt gekregen.',
  },
  'code-expired': {
    title: 'Deze login kan niet meer gebruikt worden',
    what: 'Het duurde te lang, de login is al gebruikt, of hij hoort bij een eerdere poging.',
    check: 'Log opnieuw in en rond het af zonder lange pauze.',
  },
  'pkce-required': {
    title: 'De dienst wil dat het inloggen beschermd wordt (PKCE)',
    what: 'Deze bescherming staat in dit profiel uit.',
    check: 'Kies “Profiel bewerken”, zet “PKCE” aan en log opnieuw in.',
  },
  'refresh-token-expired': {
    title: 'De toestemming om te verlengen is verlopen',
    what: 'Dat gebeurt na een tijd, als die niet gebruikt wordt, of als een wachtwoord verandert.',
    check: 'Haal een nieuw token op. Misschien moet je daarvoor inloggen.',
  },
  'grant-switched-off': {
    title: 'Deze manier om een token op te halen staat uit',
    what: 'De dienst kent de app, maar geeft op deze manier geen tokens.',
    check:
      'Vraag wie de app heeft geregistreerd om dit aan te zetten, of welke andere manier je moet kiezen.',
  },
  administrator:
    'De beheerders van je organisatie kunnen helpen. Op het werk is dat de IT-afdeling.',
}
