import { prefixDistance } from '#lib/institutions/edit-distance.ts'
import { isKnownParameter, otherParameters, readParameters, settingParameters } from '../parameters.ts'
import type { Finding } from './finding.ts'

const names = [...Object.keys(settingParameters), ...Object.keys(otherParameters)]

/** Close enough to be what was meant. */
const mostMistyped = 3

const nearest = (typed: string): string | null => {
  const ranked = names
    .map((name) => ({
      name,
      distance: prefixDistance(typed.toLowerCase(), name.toLowerCase(), mostMistyped),
    }))
    .filter(({ distance, name }) => distance <= mostMistyped && distance < name.length / 2)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
  return ranked[0]?.name ?? null
}

/** Names that nobody reads, and values that give way to the default. Pure. */
export const examineParameters = (query: URLSearchParams): Finding[] => {
  const unknown = [...new Set(query.keys())].filter((name) => !isKnownParameter(name))
  const told = unknown.map((name): Finding => {
    const near = nearest(name)
    return { code: 'parameter_unknown', values: { name }, ...(near === null ? {} : { change: near }) }
  })
  const values = readParameters(query).hints.map((hint): Finding => {
    const [name = '', ...says] = hint.split(': ')
    return { code: 'parameter_value', values: { name, says: says.join(': ').replaceAll('`', '') } }
  })
  return [...told, ...values]
}
