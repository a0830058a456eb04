import { app } from 'electron'
import { nearestLanguage, regionOf, type SystemLanguage } from '../../shared/language.ts'

/**
 * What the system is set to: its languages choose ours, its regional format the way of dates and
 * numbers. Call when the app is ready.
 */
export function readSystemLanguage(): SystemLanguage {
  const preferred = app.getPreferredSystemLanguages()
  return {
    language: nearestLanguage(preferred),
    region: regionOf([app.getSystemLocale(), ...preferred]),
  }
}
