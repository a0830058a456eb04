import { activity } from './activity.ts'
import { backup } from './backup.ts'
import { causes } from './causes.ts'
import { claims } from './claims.ts'
import { copyAs } from './copy-as.ts'
import { detail } from './detail.ts'
import { errors } from './errors.ts'
import { findSettings } from './find-settings.ts'
import { form } from './form.ts'
import { groups } from './groups.ts'
import { holder } from './holder.ts'
import { imports } from './imports.ts'
import { knownValues } from './known-values.ts'
import { licences } from './licences.ts'
import { meanings } from './meanings.ts'
import { outcome } from './outcome.ts'
import { palette } from './palette.ts'
import { provider } from './provider.ts'
import { scopes } from './scopes.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { shortcuts } from './shortcuts.ts'
import { signIn } from './sign-in.ts'
import { technical } from './technical.ts'
import { tokenChecks } from './token-checks.ts'
import { tokenTest } from './token-test.ts'
import { updates } from './updates.ts'
import { vault } from './vault.ts'
import { general } from './window.ts'

/** Every English word of the window. Another language is another folder of this shape. */
export const en = {
  ...general,
  activity,
  backup,
  causes,
  claims,
  copyAs,
  detail,
  errors,
  findSettings,
  form,
  groups,
  holder,
  knownValues,
  imports,
  licences,
  meanings,
  outcome,
  palette,
  provider,
  scopes,
  security,
  settings,
  shortcuts,
  signIn,
  technical,
  tokenChecks,
  tokenTest,
  updates,
  vault,
} as const
