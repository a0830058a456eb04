import { createClock } from '../../src/main/platform/clock.ts'
import { createManualClock } from '../support/engine/manual-clock.ts'
import { describeClock } from '../support/ports/clock-suite.ts'

describeClock('fake', () => {
  const clock = createManualClock()
  return { clock, pass: clock.advance }
})

describeClock('the computer', () => ({
  clock: createClock(),
  pass: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}))
