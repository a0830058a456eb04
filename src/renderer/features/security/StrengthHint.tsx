import { useSentences } from '../../i18n/use-sentences.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import classes from './StrengthHint.module.css'

const filled = { easy: 1, fair: 2, good: 3 } as const

/** Says in words how hard what is typed is to guess; the bars only repeat it. */
export function StrengthHint({ typed }: { readonly typed: string }) {
  const { t } = useSentences()
  const strength = passphraseStrength(typed)
  return (
    <div className={classes['hint']} data-strength={strength}>
      <span className={classes['bars']} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span key={bar} data-filled={bar <= filled[strength] || undefined} />
        ))}
      </span>
      <span>{t(`security.strength.${strength}`)}</span>
    </div>
  )
}
