import { activity } from './activity.ts'
import { backup } from './backup.ts'
import { claims } from './claims.ts'
import { detail } from './detail.ts'
import { errors } from './errors.ts'
import { form } from './form.ts'
import { imports } from './imports.ts'
import { licences } from './licences.ts'
import { outcome } from './outcome.ts'
import { provider } from './provider.ts'
import { security } from './security.ts'
import { technical } from './technical.ts'
import { vault } from './vault.ts'
import { general } from './window.ts'

/** Every English word of the window. Another language is another folder of this shape. */
export const en = {
  ...general,
  activity,
  backup,
  claims,
  detail,
  errors,
  form,
  imports,
  licences,
  outcome,
  provider,
  security,
  technical,
  vault,
} as const
