import { useMemo } from 'react'
import { encode } from 'uqr'
import { addressParts } from '../../i18n/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './SignInCard.module.css'

/** Modules of white around a QR code, for cameras to find it (ISO/IEC 18004). */
const quietZone = 4

interface Drawing {
  /** Modules of a side, with the white ones around it. */
  readonly size: number
  /** A square for each dark module, in units of a module. */
  readonly path: string
}

/** Draws the dark modules of a QR code; `null`: the text is too long for one. */
export function qrPath(text: string): Drawing | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: quietZone })
    const path = data
      .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
    return { size, path }
  } catch {
    return null
  }
}

/** Draws the address here, so that it is sent to no service; a phone opens it. */
export function QrCode({ address }: { readonly address: string }) {
  const { t } = useTexts()
  const drawn = useMemo(() => qrPath(address), [address])
  if (drawn === null) return null
  const [before, host, after] = addressParts(address)
  return (
    <div className={classes['qr']}>
      <svg
        role="img"
        aria-label={t('signIn.device.qr', { address: `${before}${host}${after}` })}
        viewBox={`0 0 ${drawn.size} ${drawn.size}`}
        shapeRendering="crispEdges"
      >
        <path d={drawn.path} />
      </svg>
      <span className={classes['soft']}>{t('signIn.device.scan')}</span>
    </div>
  )
}
