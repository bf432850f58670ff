import { createElement, type ReactElement, type RefObject, useEffect, useRef } from 'react'
import { type ConnectOptions, connect } from './portico.ts'

type Props = Omit<ConnectOptions, 'mode' | 'container'>

const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value)
  latest.current = value
  return latest
}

/**
 * A visit inside a React page. It begins when the component is mounted, and anew when `portal`, `tenant`, `institution`
 * or `authorizeToken` change; taking the component away takes all of it away.
 */
export const PorticoConnect = (props: Props): ReactElement => {
  const place = useRef<HTMLDivElement>(null)
  const latest = useLatest(props)
  const { portal, tenant, institution, authorizeToken } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback is no reason to begin anew
  useEffect(() => {
    const visit = connect({
      ...latest.current,
      mode: 'inline',
      container: place.current,
      onEvent: (event) => latest.current.onEvent?.(event),
      onSuccess: (result) => latest.current.onSuccess?.(result),
      // Unmounting is the page's own doing and no failure to be told.
      onFailure: (error) => error.reason !== 'destroyed' && latest.current.onFailure?.(error),
    })
    return visit.destroy
  }, [portal, tenant, institution, authorizeToken])
  return createElement('div', { ref: place })
}
