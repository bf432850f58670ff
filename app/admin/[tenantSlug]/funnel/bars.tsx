type Bar = { readonly key: string; readonly label: string; readonly value: string; readonly share: number }

/**
 * Bars for the eye alone: the table beneath says the same in words and numbers. The names are text of the page, so they
 * grow with it, and take a line of their own where the page is narrow for their size; only the bars are drawn.
 */
export const Bars = ({ bars }: { readonly bars: readonly Bar[] }) => (
  <div aria-hidden="true" className="grid gap-2 text-small">
    {bars.map(({ key, label, value, share }) => (
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[12rem_1fr_6rem]" key={key}>
        <span>{label}</span>
        <svg
          aria-hidden="true"
          className="col-span-2 row-start-2 h-5 w-full sm:col-span-1 sm:row-start-auto"
          preserveAspectRatio="none"
          viewBox="0 0 100 10"
        >
          <rect className="fill-raised" height="10" width="100" x="0" y="0" />
          <rect className="fill-primary" height="10" width={(share * 100).toFixed(2)} x="0" y="0" />
        </svg>
        <span className="text-end tabular-nums">{value}</span>
      </div>
    ))}
  </div>
)
