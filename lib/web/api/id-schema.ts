import { z } from 'zod'
import { type Id, type IdPrefix, isId } from '#lib/kit/ids.ts'

const example = '01hzx3v9k2m4n6p8q0r2s4t6v8'

/** An id with this prefix. In an address another shape names nothing. */
export const idSchema = <P extends IdPrefix>(prefix: P, description: string) =>
  z
    .string()
    .refine((text): text is Id<P> => isId(prefix, text), 'is not an id of this kind')
    .meta({ description, example: `${prefix}_${example}` })
