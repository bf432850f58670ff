/** Empty on purpose: without it the build walks up and takes the product's own, which wants a configured portal. */
export const register = (): void => {}
