import { Button, Card, Checkbox, notify, Stack, TextInput } from '@thiso/kit'
import Save from 'lucide-react/icons/save'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import type { Bank } from '../../../lib/item-bank/queries'
import { TagInput } from '../../../lib/item-bank/tag-input'
import { LeaveGuard } from '../../../lib/leave-guard'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useBankChange } from '../hooks/use-bank-change'
import { useBanksText } from '../hooks/use-banks-text'

/** Name, members and practice; only for whom the bank belongs to, and organizers. */
export function BankSettings({ bank }: { bank: Bank }) {
  const t = useBanksText()
  const common = useCommon()
  const change = useBankChange(bank.id)
  const fieldProblem = useFieldProblems(change.error)
  const known = bank.members.map((member) => member.login)
  const [name, setName] = useState(bank.name)
  const [logins, setLogins] = useState(known)
  const [isPractice, setPractice] = useState(bank.isOpenForPractice)
  const [isChecked, setChecked] = useState(false)
  const hasOtherMembers = logins.length !== known.length || logins.some((login) => !known.includes(login))
  const isDirty = name !== bank.name || isPractice !== bank.isOpenForPractice || hasOtherMembers

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!name.trim() || change.isPending) return
    change.mutate(
      {
        ...(name !== bank.name && { name }),
        ...(isPractice !== bank.isOpenForPractice && { isOpenForPractice: isPractice }),
        ...(hasOtherMembers && { memberLogins: logins }),
      },
      {
        onSuccess: (stored) => {
          setName(stored.name)
          setLogins(stored.members.map((member) => member.login))
          notify(common('saved'))
        },
      },
    )
  }
  return (
    <Card title={t('settings.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('settings.name')}
            required
            maxLength={120}
            value={name}
            onChange={setName}
            error={isChecked && !name.trim() ? t('settings.missingName') : fieldProblem('name')}
          />
          <Checkbox
            label={t('settings.practice')}
            hint={t('settings.practiceHint')}
            checked={isPractice}
            onChange={setPractice}
          />
          <TagInput
            label={t('settings.members')}
            hint={t('settings.membersHint')}
            value={logins}
            most={50}
            maxLength={64}
            onChange={(next) => setLogins(next.map((login) => login.toLowerCase()))}
            error={fieldProblem('memberLogins')}
          />
          {bank.members.length > 0 && (
            <ul className="banks-members ts-small">
              {bank.members.map((member) => (
                <li key={member.accountId}>
                  {member.fullName} <span className="ts-quiet-text">({member.login})</span>
                </li>
              ))}
            </ul>
          )}
          <ProblemBanner error={change.error} shown={(path) => path === 'name' || path === 'memberLogins'} />
          <div>
            <Button type="submit" icon={Save} busy={change.isPending} disabled={!isDirty}>
              {common('save')}
            </Button>
          </div>
        </Stack>
      </form>
      <LeaveGuard isDirty={isDirty} />
    </Card>
  )
}
