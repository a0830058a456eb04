/** What is measured, and what it is to be. */
export interface Aim {
  readonly what: string
  readonly atMost: number
}

export const aims = {
  start_ratio_10: { what: 'start with 10 profiles ÷ empty window', atMost: 1.45 },
  start_ratio_10000: { what: 'start with 10,000 profiles ÷ empty window', atMost: 1.6 },
  memory_ratio_10: { what: 'memory with 10 profiles ÷ empty window', atMost: 1.25 },
  memory_ratio_10000: { what: 'memory with 10,000 profiles ÷ empty window', atMost: 1.6 },
  idle_cpu_extra_visible: { what: 'share of a CPU with 1,000 countdowns in sight', atMost: 0.02 },
  idle_cpu_extra_hidden: { what: 'share of a CPU with the window hidden', atMost: 0.002 },
  token_ratio: { what: 'getting a token ÷ the bare request', atMost: 1.5 },
  token_extra_ms: { what: 'getting a token − the bare request, ms', atMost: 5 },
  search_ms_10000: { what: 'key press → result, 10,000 profiles, p95, ms', atMost: 50 },
  frame_ms_p95_scroll_10000: { what: 'frame while scrolling 10,000, p95, ms', atMost: 20 },
  save_ratio_10000: { what: 'saving one among 10,000 ÷ among 10', atMost: 1.2 },
  storm_10000_s: { what: '10,000 renewals due at once, s', atMost: 60 },
  storm_duplicates: { what: 'requests beyond one a profile', atMost: 0 },
  jwt_ratio: { what: 'reading a 2 KB token ÷ jose decodeJwt', atMost: 2 },
  installed_mb: { what: 'the app without the Electron runtime, MB', atMost: 8 },
} as const satisfies Record<string, Aim>

export type FigureName = keyof typeof aims
export const figureNames = Object.keys(aims) as readonly FigureName[]

/** Of a packaged app, whose start is seen on the screen alone. */
export const packagedAims = {
  packaged_start_ratio_10: {
    what: 'start of the packaged app with 10 profiles ÷ empty window',
    atMost: 1.45,
  },
  packaged_start_ratio_10000: {
    what: 'start of the packaged app with 10,000 profiles ÷ empty window',
    atMost: 1.6,
  },
} as const satisfies Record<string, Aim>

export type PackagedFigureName = keyof typeof packagedAims
