export const deliveryStatuses = ['waiting', 'delivered', 'given_up', 'withheld'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export const deliveryPageSize = 25

/** Which deliveries an address asks for; what it does not understand it leaves out. */
export const deliveryQuery = (request: Request) => {
  const { searchParams } = new URL(request.url)
  const [asked, before] = [searchParams.get('status'), searchParams.get('before')]
  return { status: deliveryStatuses.find((one) => one === asked), before: before || undefined }
}
