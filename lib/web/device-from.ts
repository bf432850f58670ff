import { type Device, deviceOf } from '#lib/sessions/device.ts'

/** The class of the device that asks; what its browser says of itself is forgotten with the request. */
export const deviceFrom = ({ headers }: Request): Device | null =>
  deviceOf({ userAgent: headers.get('user-agent'), mobileHint: headers.get('sec-ch-ua-mobile') })
