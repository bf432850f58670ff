type Bar = { readonly key: string; readonly label: string; readonly value: string; readonly share: number }

/**
 * Bars for the eye alone: the table beneath says the same in words and numbers. The names are text of the page, so they
 * grow with it, and take a line of their own where the place is narrow for their size; only the bars are drawn.
 */
export const Bars = ({ bars }: { readonly bars: readonly Bar[] }) => (
  <div aria-hidden="true" className="grid grid-cols-1 gap-2 text-small">
    {bars.map(({ key, label, value, share }) => (
      <div className="flex flex-wrap items-center gap-x-3" key={key}>
        <span className="flex-[1_1_12rem]">{label}</span>
        <span className="flex min-w-0 flex-[999_1_14rem] items-center gap-x-3">
          <svg
            aria-hidden="true"
            className="h-5 min-w-0 flex-1"
            preserveAspectRatio="none"
            viewBox="0 0 100 10"
          >
            <rect className="fill-raised" height="10" width="100" x="0" y="0" />
            <rect className="fill-primary" height="10" width={(share * 100).toFixed(2)} x="0" y="0" />
          </svg>
          <span className="w-20 flex-none text-end tabular-nums">{value}</span>
        </span>
      </div>
    ))}
  </div>
)
