import { describe, expect, it } from 'vitest'
import { en } from '../../../../src/renderer/locales/en/index.ts'

describe('the English words', () => {
  it('name the controls as they are fixed', () => {
    const { copyAs, list, detail, findSettings, form, signIn, state } = en
    expect([
      list.newProfile,
      list.tryPractice,
      list.search,
      list.label,
      detail.getToken,
      detail.refreshNow,
      detail.copyHeader,
      detail.copyToken,
      detail.edit,
      detail.delete,
      detail.keepFresh,
      form.save,
      form.saveAndGet,
      form.saveAndSignIn,
      findSettings.address,
      findSettings.find,
      form.cancel,
    ]).toEqual([
      'New profile',
      'Try the practice server',
      'Search profiles',
      'Profiles',
      'Get token',
      'Renew now',
      'Copy header',
      'Copy token',
      'Edit profile',
      'Delete profile',
      'Renew automatically',
      'Save',
      'Save and get token',
      'Save and sign in',
      'Server address',
      'Find settings',
      'Cancel',
    ])
    expect([
      signIn.start,
      signIn.another,
      signIn.browser.title,
      signIn.browser.again,
      signIn.browser.copyAddress,
      signIn.paste.open,
      signIn.see.title,
      signIn.device.openPage,
      signIn.longer.ask,
    ]).toEqual([
      'Sign in',
      'Sign in as somebody else',
      'Continue in your browser',
      'Open again',
      'Copy address',
      'Paste the address you landed on',
      'What do you see in the browser?',
      'Open the page',
      'Ask for longer access',
    ])
    expect(Object.values(detail.tabs)).toEqual(['Overview', 'Claims', 'Activity', 'Test the token'])
    expect(Object.values(copyAs.form)).toEqual([
      'Header',
      'Token',
      'cURL',
      'Command Prompt (Windows)',
      'JavaScript (fetch)',
      'Python (requests)',
      'PowerShell (Invoke-RestMethod)',
      'Power Query M',
      '.http file',
    ])
    expect(copyAs.open).toBe('Copy as…')
    expect(Object.values(form.grant)).toEqual([
      'User name and password',
      'Client ID and secret',
      'I sign in with my browser',
      'A code for another device',
      'A refresh token',
    ])
    expect(Object.values(form.authentication)).toEqual([
      'Basic header',
      'Request body',
      'Query string',
      'None',
    ])
    expect(Object.values(state)).toEqual([
      'Valid',
      'Expiring soon',
      'Expired',
      'No token',
      'Needs sign-in',
      'Waiting for the network',
      'Failed',
      'Locked',
    ])
    expect(form.label).toMatchObject({
      name: 'Name',
      provider: 'Provider',
      tokenEndpoint: 'Token endpoint',
      grantType: 'What did you get?',
      authorizationEndpoint: 'Authorization endpoint',
      deviceAuthorizationEndpoint: 'Device endpoint',
      redirectAddress: 'Redirect address',
      clientAuthentication: 'Client authentication',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      userName: 'User name',
      password: 'Password',
      userNameField: 'User name field',
      refreshToken: 'Refresh token',
      scope: 'Scope',
      keepFresh: 'Renew automatically',
    })
  })
})
