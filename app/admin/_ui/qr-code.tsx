import { encode } from 'uqr'

type Props = { readonly text: string; readonly label: string }

/** Dark on light in either scheme, for cameras want it so. */
export const QrCode = ({ text, label }: Props) => {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      aria-label={label}
      className="h-48 w-48 rounded-brand"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect fill="#fff" height={size} width={size} />
      <path d={path} fill="#000" />
    </svg>
  )
}
