import classes from './Emblem.module.css'

/** A pass whose time runs: a key in a ring that is three quarters full. */
export function Emblem() {
  return (
    <svg viewBox="0 0 96 96" className={classes['emblem']} aria-hidden="true">
      <circle cx="48" cy="48" r="40" className={classes['track']} />
      <circle cx="48" cy="48" r="40" className={classes['life']} pathLength="100" />
      <g className={classes['key']}>
        <circle cx="48" cy="38" r="10" />
        <path d="M48 48v22M48 61h8M48 69h6" />
      </g>
    </svg>
  )
}
