import { writeRow } from '../../../twin/questions.ts'

/** A bare route handler that takes a form and writes one row. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  await request.formData()
  await writeRow((await params).id)
  return new Response(null, { status: 303, headers: { location: '/' } })
}
