export { default } from '../../page/[id]/page.tsx'
