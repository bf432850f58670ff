import type { Challenge, ChallengeOption } from '#lib/connectors/contract.ts'
import { Choice, ChoiceGroup, choiceId } from '../../../_ui/choice.tsx'
import { Field } from '../../../_ui/field.tsx'
import { errorOf } from '../_ui/flash-texts.ts'
import type { PageProps } from '../_ui/page-props.ts'

type Props = Pick<PageProps<'mfa'>, 'frame' | 'view' | 't'> & { readonly challenge: Challenge }

const nameOf = (challenge: Challenge): string => `answer.${challenge.id}`

const Question = ({ frame, t, challenge }: Props) => {
  const code = { autoComplete: 'one-time-code', inputMode: 'numeric', look: 'code' } as const
  const text = { autoComplete: 'off', autoCapitalize: 'none' } as const
  return (
    <Field
      error={errorOf(frame, nameOf(challenge), t)}
      errorPrefix={t('frame.error')}
      label={<span lang={challenge.language}>{challenge.prompt}</span>}
      name={nameOf(challenge)}
      spellCheck={false}
      type="text"
      {...(challenge.isOneTimeCode ? code : text)}
    />
  )
}

/** The label stands under its picture as text, so the picture needs no words of its own (A1). */
const OptionText = ({ option, lang }: { option: ChallengeOption; lang: string }) => (
  <span lang={lang}>
    {option.image && (
      <img
        alt=""
        className="mb-2 block h-20 max-w-full rounded-sm bg-white object-contain"
        src={`data:image/png;base64,${option.image}`}
      />
    )}
    {option.label}
  </span>
)

const hints = {
  single_choice: 'mfa.chooseOne',
  text_or_call: 'mfa.chooseOne',
  several_choices: 'mfa.chooseSeveral',
  image_choice: 'mfa.pickImage',
} as const

const Choices = ({ frame, t, challenge, kind }: Props & { kind: keyof typeof hints }) => {
  const name = nameOf(challenge)
  return (
    <ChoiceGroup
      error={errorOf(frame, name, t)}
      errorPrefix={t('frame.error')}
      hint={t(hints[kind])}
      isGrid={kind === 'image_choice'}
      legend={challenge.prompt}
      lang={challenge.language}
      name={name}
    >
      {challenge.options.map((option, index) => (
        <Choice
          id={choiceId(name, index)}
          key={option.value}
          name={name}
          type={kind === 'several_choices' ? 'checkbox' : 'radio'}
          value={option.value}
        >
          <OptionText lang={challenge.language} option={option} />
        </Choice>
      ))}
    </ChoiceGroup>
  )
}

/** The bank's own question in its own language (3.1.2), with the control that its kind asks for. */
export const ChallengeField = (props: Props) => {
  const { challenge, view, t } = props
  if (challenge.kind === 'question') return <Question {...props} />
  if (challenge.kind !== 'approve_in_app') return <Choices {...props} kind={challenge.kind} />
  return (
    <div className="mt-6">
      <p className="font-semibold" lang={challenge.language}>
        {challenge.prompt}
      </p>
      <p className="mt-1">{t('mfa.approve', { institution: view.institution.name })}</p>
    </div>
  )
}
