import type { ComponentProps, CSSProperties, ReactNode } from 'react'
import classes from './parts.module.css'

// The plain parts that the list needs before Mantine is loaded. They look and behave the same.

const joined = (...names: readonly (string | undefined)[]) => names.filter(Boolean).join(' ')

interface ButtonProps extends ComponentProps<'button'> {
  /** `quiet` is for a column of such buttons. */
  readonly look: 'filled' | 'default' | 'quiet'
  readonly size?: 'sm' | 'md' | 'compact'
  /** True for the width of its place. */
  readonly isWide?: boolean
  readonly icon?: ReactNode
}

/** A button with a text. */
export function Button(props: ButtonProps) {
  const { look, size = 'sm', isWide = false, icon, className, children, ...others } = props
  return (
    <button
      type="button"
      {...others}
      className={joined(classes['button'], className)}
      data-look={look}
      data-size={size}
      data-wide={isWide || undefined}
      data-icon={icon !== undefined || undefined}
    >
      <span className={classes['inner']}>
        {icon !== undefined && <span className={classes['icon']}>{icon}</span>}
        <span className={classes['label']}>{children}</span>
      </span>
    </button>
  )
}

interface LabelledProps extends ComponentProps<'button'> {
  readonly 'aria-label': string
}

/** A small button with an icon alone. */
export function IconButton({ className, ...others }: LabelledProps) {
  return <button type="button" {...others} className={joined(classes['icon-button'], className)} />
}

const cross =
  'M11.7816 4.03157C12.0062 3.80702 12.0062 3.44295 11.7816 3.2184C11.5571 2.99385 11.193 2.99385 10.9685 3.2184L7.50005 6.68682L4.03164 3.2184C3.80708 2.99385 3.44301 2.99385 3.21846 3.2184C2.99391 3.44295 2.99391 3.80702 3.21846 4.03157L6.68688 7.49999L3.21846 10.9684C2.99391 11.193 2.99391 11.557 3.21846 11.7816C3.44301 12.0061 3.80708 12.0061 4.03164 11.7816L7.50005 8.31316L10.9685 11.7816C11.193 12.0061 11.5571 12.0061 11.7816 11.7816C12.0062 11.557 12.0062 11.193 11.7816 10.9684L8.31322 7.49999L11.7816 4.03157Z'

/** A small button that closes or clears something. */
export function CloseButton({ className, ...others }: LabelledProps) {
  return (
    <button type="button" {...others} className={joined(classes['close'], className)}>
      <svg viewBox="0 0 15 15" fill="none" aria-hidden>
        <path d={cross} fill="currentColor" fillRule="evenodd" clipRule="evenodd" />
      </svg>
    </button>
  )
}

interface TextFieldProps extends ComponentProps<'input'> {
  readonly left: ReactNode
  readonly right: ReactNode
  /** The width of `right`, in CSS; as wide as high without it. */
  readonly rightWidth?: string
}

/** A text field with something at both ends. */
export function TextField({ left, right, rightWidth, ...others }: TextFieldProps) {
  const style = rightWidth === undefined ? undefined : ({ '--right': rightWidth } as CSSProperties)
  return (
    <div className={classes['wrapper']} style={style}>
      <div className={classes['left']}>{left}</div>
      <input {...others} className={classes['field']} />
      <div className={classes['right']}>{right}</div>
    </div>
  )
}

const chevron =
  'M4.93179 5.43179C4.75605 5.60753 4.75605 5.89245 4.93179 6.06819C5.10753 6.24392 5.39245 6.24392 5.56819 6.06819L7.49999 4.13638L9.43179 6.06819C9.60753 6.24392 9.89245 6.24392 10.0682 6.06819C10.2439 5.89245 10.2439 5.60753 10.0682 5.43179L7.81819 3.18179C7.73379 3.0974 7.61933 3.04999 7.49999 3.04999C7.38064 3.04999 7.26618 3.0974 7.18179 3.18179L4.93179 5.43179ZM10.0682 9.56819C10.2439 9.39245 10.2439 9.10753 10.0682 8.93179C9.89245 8.75606 9.60753 8.75606 9.43179 8.93179L7.49999 10.8636L5.56819 8.93179C5.39245 8.75606 5.10753 8.75606 4.93179 8.93179C4.75605 9.10753 4.75605 9.39245 4.93179 9.56819L7.18179 11.8182C7.35753 11.9939 7.64245 11.9939 7.81819 11.8182L10.0682 9.56819Z'

/** A choice without a frame. */
export function Select({ className, ...others }: ComponentProps<'select'>) {
  return (
    <div className={classes['wrapper']}>
      <select {...others} className={joined(classes['select'], className)} />
      <div className={joined(classes['right'], classes['chevron-place'])}>
        <svg className={classes['chevron']} viewBox="0 0 15 15" fill="none" aria-hidden>
          <path d={chevron} fill="currentColor" fillRule="evenodd" clipRule="evenodd" />
        </svg>
      </div>
    </div>
  )
}

/** A text that only a screen reader reads. */
export function HiddenText({ children }: { readonly children: ReactNode }) {
  return <span className={classes['hidden']}>{children}</span>
}

/** A key as it is printed on keyboards. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={classes['key']}>{children}</kbd>
}
