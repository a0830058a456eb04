import { activity } from './activity.ts'
import { backup } from './backup.ts'
import { claims } from './claims.ts'
import { copyAs } from './copy-as.ts'
import { detail } from './detail.ts'
import { errors } from './errors.ts'
import { form } from './form.ts'
import { groups } from './groups.ts'
import { licences } from './licences.ts'
import { outcome } from './outcome.ts'
import { palette } from './palette.ts'
import { provider } from './provider.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { shortcuts } from './shortcuts.ts'
import { technical } from './technical.ts'
import { tokenTest } from './token-test.ts'
import { vault } from './vault.ts'
import { general } from './window.ts'

/** Every English word of the window. Another language is another folder of this shape. */
export const en = {
  ...general,
  activity,
  backup,
  claims,
  copyAs,
  detail,
  errors,
  form,
  groups,
  licences,
  outcome,
  palette,
  provider,
  security,
  settings,
  shortcuts,
  technical,
  tokenTest,
  vault,
} as const
